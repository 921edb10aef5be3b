package org.zhiyang.funding.settlement.web;

import org.springframework.stereotype.Component;
import org.zhiyang.funding.settlement.usecase.ApproveBatch;
import org.zhiyang.funding.settlement.usecase.CorrectAccount;
import org.zhiyang.funding.settlement.usecase.PrepareBatch;
import org.zhiyang.funding.settlement.usecase.ReadReturn;
import org.zhiyang.funding.settlement.usecase.ReleaseFile;
import org.zhiyang.funding.settlement.usecase.SendToBank;
import org.zhiyang.funding.settlement.usecase.WithdrawBatch;

/** The use cases of a batch, for its one controller. */
@Component
record BatchUses(PrepareBatch prepare, ApproveBatch approve, WithdrawBatch withdraw, ReleaseFile release, ReadReturn read, SendToBank bank, CorrectAccount correct) {}
