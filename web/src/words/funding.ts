/** Words of 资金: statements, payment batches, the elder's money. */
export default {
  statements: {
    title: '结算单', month: '月份', provider: '服务商', region: '县区', state: '状态', visits: '次数', due: '应付公共资金', withheld: '绩效扣留', corrections: '更正与结转', payable: '本期应拨付', score: '月度得分',
    objections: '待处理异议', empty: '这个范围里没有结算单', emptyHint: '每月 1 日起自动生成上个月的结算单，也可以点“生成上月结算单”', waiting: '只看等待得分的', yes: '是', noScore: '等待月度得分',
    noScoreWhy: '月度得分还没有确定（公示和申诉结束后才确定），没有得分不能结算。', prepare: '生成上月结算单', prepared: (n: number) => `已按最新记录计算 ${n} 张结算单`, undecided: (n: number) => `另有 ${n} 次未核定`, doubt: '退回判定', doubted: (n: number, frozen: boolean) => (frozen ? `有 ${n} 次上门退回人工判定：判定后才能复核，判定不成立的本单不支付。` : `已结算的 ${n} 次上门退回人工判定；本单不再改动，判定不成立的在下一张结算单扣回。`), toDoubted: '去看异常待判定的上门',
    summary: (month: string) => `${month} 结算进度`, sheets: (n: number) => `${n} 张`, passed: '达标', failed: '未达标',
  },
  statement: {
    title: (provider: string, month: string) => `${provider} ${month} 结算单`, steps: '结算进度', draft: '生成', frozen: '冻结', reviewed: '县区复核', inBatch: '付款批次', paid: '已付款', cleared: '无需付款', carried: '结转下期',
    recompute: '重新计算', freeze: '冻结结算单', freezeTitle: '冻结这张结算单', freezeText: (n: number, sum: string) => `冻结后 ${n} 次服务、应拨付 ${sum} 将固定下来，以后的变化只会作为更正进入下一张结算单。`,
    toBatch: '去组成付款批次', review: '复核通过', reviewTitle: '复核通过这张结算单', reviewText: (sum: string) => `复核通过后，${sum} 可以列入付款批次，服务商不能再提异议。`, note: '复核意见', export: '导出表格',
    sums: '金额', priceTotal: '服务总价', elderPays: '老人自付', due: '应付公共资金', withheld: '绩效扣留', corrections: '更正与结转', payable: '本期应拨付',
    change: '与上月相比', noChange: '没有上个月的结算单，无从比较。', changeTotal: (now: string, before: string) => `本期 ${now}，上期 ${before}`, newElders: (n: number) => `新增老人 ${n} 位`, stopped: (n: number) => `停止服务 ${n} 位`,
    price: '价格变化', quantity: '服务量变化', withheldChange: '绩效扣留变化', correctionsChange: '更正与结转变化', leftOutChange: '未计入本期的变化', total: '合计变化',
    lines: '明细', lineFilter: '显示', all: '全部', exceptions: '只看异常', onlyCorrections: '只看更正', objected: '只看异议和不结算', number: '行', kind: '类别', elder: '老人', service: '服务', day: '日期', units: '数量', lineDue: '公共资金', linePayable: '应付', evidence: '证据',
    visit: '上门记录', original: (month: string) => `原 ${month} 结算单`, noLines: '没有这样的明细', leftOut: { OPEN: '异议处理中，暂不支付', DROPPED: '异议后不予结算', REJECTED: '核查不属实，不结算', LATER: '异议成立，下期补结' }, object: '提异议', objectTitle: '对这一行提异议', objectText: (line: string) => `${line} 将先不支付，其余照常结算；县区核实后再处理。`,
    reason: '理由（至少 4 个字）', objections: '异议', objectionsAndRejected: '异议和核查不属实', decide: '处理', settle: '照记录结算', drop: '不予结算', decideTitle: '处理这条异议', decideText: '照记录结算的，复核前回到本单，复核后作为更正进入下一张；不予结算的，以后也不再支付。',
    pending: '待处理', dropped: '不予结算', settled: '照记录结算', payments: '付款', noPayments: '还没有付款。', account: (name: string, tail: string) => `${name}，账号尾号 ${tail}`, ruling: '扣留依据', scoreRuling: '得分依据', digest: '摘要（SM3）',
    paged: (from: number, to: number, total: number) => `第 ${from}–${to} 行，共 ${total} 行`, previous: '上一页', next: '下一页', reasonShort: '请写明理由，至少 4 个字', noReason: '依据还没有形成，冻结以后可以看到。',
  },
  batches: {
    title: '付款批次', number: '批次号', region: '范围', state: '状态', payments: '笔数', total: '总额', paid: '已付', refused: '退回', preparedAt: '组批时间', empty: '还没有付款批次', emptyHint: '县区复核过的结算单可以组成付款批次',
    waiting: (n: number, sum: string) => `有 ${n} 张复核过的结算单等待付款，共 ${sum}`, nothing: '没有等待付款的结算单', prepare: '组成付款批次', prepareTitle: '组成付款批次', prepareText: (n: number, sum: string) => `把 ${n} 张结算单组成一个批次，付款 ${sum}，名单随即公示，由另一人审批。`,
    refusedTitle: '银行退回，等待更正', correct: '更正账户', correctTitle: '更正账户后重付', correctText: (name: string) => `${name}：更正后，这张结算单会以新的一笔进入下一个批次。账户没有错的，账户两栏留空并写明原因。`, accountName: '户名', accountNumber: '账号（8–32 位数字）', reason: '原因（至少 4 个字）',
  },
  batch: {
    title: (number: string) => `付款批次 ${number}`, steps: '付款进度', prepared: '组批公示', approved: '市级审批', sent: '送银行', reconciled: '对账', withdrawn: '已撤回', publicity: (day: string) => `名单公示到 ${day}（含当日）`,
    approve: '审批通过', approveTitle: '审批付款', approveText: (n: number, sum: string) => `审批后将向 ${n} 个账户付款 ${sum}；付款文件在几分钟后生成，此前可以撤回。`, mayNot: '您参与过这个批次的组批、冻结或复核，须由另一人审批。', notYet: (day: string) => `公示到 ${day} 结束，第二天起可以审批。`,
    countdown: (left: string) => `${left} 后生成付款文件，此前可以撤回`, withdraw: '撤回', withdrawTitle: '撤回这个批次', withdrawText: (n: number) => `撤回后 ${n} 张结算单回到“待付款”，可以重新组批。`, reason: '撤回理由（至少 4 个字）',
    file: '生成付款文件', fileTitle: '生成付款文件', fileText: '生成后内容固定、不能再撤回，请把文件送交银行。', download: '下载付款文件', send: '送银行并取回盘', sendTitle: '送银行', sendText: (n: number, sum: string) => `把 ${n} 笔付款共 ${sum} 送交银行，并登记银行的回盘结果。送出后不能再撤回。`,
    upload: '上传回盘文件', booked: '回盘已入账', again: '这份回盘以前已经入账，没有重复付款', digest: '付款文件摘要（SM3）', list: '付款名单', line: '笔', provider: '服务商', account: '收款账户', amount: '金额', result: '结果', statement: '结算单', retry: '重付', total: '合计', print: '打印公示名单',
    otherEncoding: '这个文件的文字认不出来，没有上传。回盘文件要用 UTF-8 或 GBK 编码的 CSV：请用记事本或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”，再上传；还不行，请向银行索取原始文件。',
    returns: '回盘记录', accepted: '已入账', refusedFile: '未入账', seconds: (m: number, s: number) => `${m} 分 ${String(s).padStart(2, '0')} 秒`, corrected: '已更正', businessClock: '按业务时钟计时',
  },
  card: { title: '资金', empty: '还没有结算过服务费用。', month: '月份', visits: '次数', public: '权益支付', voucher: '消费补贴', elder: '自付', state: '状态' },
}

export const statementTones = { DRAFT: 'plain', FROZEN: 'notice', REVIEWED: 'info', IN_BATCH: 'info', PAID: 'ok', CLEARED: 'ok', CARRIED: 'warn' } as const
export const batchTones = { PREPARED: 'notice', APPROVED: 'info', SENT: 'info', RECONCILED: 'ok', WITHDRAWN: 'warn' } as const
