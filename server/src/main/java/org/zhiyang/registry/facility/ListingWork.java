package org.zhiyang.registry.facility;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.workbench.WorkItem;
import org.zhiyang.platform.workbench.WorkSource;

/** Listing proposals that wait for a second person: everybody's but one's own. */
@Component
class ListingWork implements WorkSource {
  private final ListingProposals proposals;
  private final Facilities facilities;

  ListingWork(ListingProposals proposals, Facilities facilities) {
    this.proposals = proposals;
    this.facilities = facilities;
  }

  @Override
  public List<WorkItem> tasksFor(Actor actor, int most) {
    if (!actor.may("facility.write")) return List.of();
    var waiting = proposals.waiting(actor.scope(), most).stream().filter(p -> !p.proposedBy().equals(actor.accountId())).toList();
    var names = facilities.listProviders(waiting.stream().map(p -> new ProviderId(p.provider())).distinct().toList());
    return waiting.stream().map(p -> {
      var provider = names.get(new ProviderId(p.provider()));
      return new WorkItem("listing:" + p.id(), "registry", "服务商列名待复核", provider == null ? "" : provider.name(), p.proposedAt().atZone(BusinessClock.ZONE).toOffsetDateTime(), null,
          "/console/registry/facilities/" + p.provider());
    }).toList();
  }
}
