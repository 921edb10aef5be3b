package org.zhiyang.response.hotline.domain;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitId;

/** Loads and saves call-backs; loading locks the row until the transaction ends. */
public interface CallBacks {
  /** @throws org.zhiyang.platform.web.NotFound when there is none, or none the scope reaches */
  CallBack get(UUID id, Scope scope);

  Optional<CallBack> findOf(VisitId visit);

  /** False when the visit has one already. */
  boolean add(CallBack callBack);

  /** More was found about a visit whose call-back is not done: it is abnormal now and has these flags. Fewer flags than known change nothing. */
  void keepFlags(VisitId visit, Set<VisitFlag> flags);

  void save(CallBack callBack);
}
