package org.zhiyang.platform.policy;

import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.NotFound;

/** Shows why something was decided as it was (裁定). */
@RestController
class RulingController {

  private final RulingStore rulings;
  private final CurrentActor current;

  RulingController(RulingStore rulings, CurrentActor current) {
    this.rulings = rulings;
    this.current = current;
  }

  /** Facts about health are left out for staff without the permission; rule, figures and explanation stay. */
  @GetMapping("/api/rulings/{id}")
  @Guarded(permission = "elder.read", audit = true)
  StoredRuling get(@PathVariable UUID id) {
    var actor = current.get();
    var ruling = rulings.find(new RulingId(id), actor.scope()).orElseThrow(NotFound::new);
    boolean mayKnow = !ruling.healthFacts() || !actor.isStaff() || actor.may("health.read");
    return mayKnow ? ruling : ruling.withFacts(new LinkedHashMap<>());
  }
}
