package org.zhiyang.registry.household;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.AccessCommands;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.elder.ElderId;

/** Changes and ends what a family member is to an elder. Who is no proxy any more can do nothing for the elder from the next call on, signed in or not. */
@Component
class FamilyTies {
  private final Households households;
  private final ProxyHolders proxies;
  private final AccessCommands access;

  FamilyTies(Households households, ProxyHolders proxies, AccessCommands access) {
    this.households = households;
    this.proxies = proxies;
    this.access = access;
  }

  @Transactional
  public void change(ElderId elder, UUID member, Households.NewTie tie) {
    if (!households.change(elder, member, tie)) throw new NotFound();
    access.entrust(member, Set.copyOf(proxies.entrusting(member)));
  }

  @Transactional
  public void end(ElderId elder, UUID member) {
    if (!households.remove(elder, member)) throw new NotFound();
    access.entrust(member, Set.copyOf(proxies.entrusting(member)));
  }
}
