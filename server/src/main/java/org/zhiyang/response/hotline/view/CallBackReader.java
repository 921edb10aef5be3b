package org.zhiyang.response.hotline.view;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.response.hotline.domain.CallBack;
import org.zhiyang.response.hotline.domain.CallBacks;

/** One call-back for reading; the caller has checked that the reader's scope reaches it. */
@Component
public class CallBackReader {
  private final CallBacks callBacks;

  CallBackReader(CallBacks callBacks) {
    this.callBacks = callBacks;
  }

  @Transactional
  public CallBack read(UUID id) {
    return callBacks.get(id, new Scope.Everything());
  }
}
