package org.zhiyang.service.homecare;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.registry.workforce.CarerId;

/** The acts other modules may ask of home care. */
public interface HomecareCommands {
  /** Dispatch gives a visit its carers and its start. Refuses a begun visit, a carer of another provider, a carer who is somewhere else then. */
  void assign(VisitId visit, List<CarerId> carers, Instant from, boolean fixedByHand, Actor by);

  void unassign(VisitId visit, Actor by, String why);

  /** A person decided an abnormal or sampled visit; deciding the same way twice is once, another way is refused once settled. */
  void decide(VisitId visit, boolean confirmed, String reason, Actor by);

  /** Somebody says how a visit felt, e.g. on the phone with the hotline. Once per visit. Returns the rating's id. */
  UUID rate(VisitId visit, int stars, String words, Actor by);
}
