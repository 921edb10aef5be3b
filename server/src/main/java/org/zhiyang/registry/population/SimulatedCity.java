package org.zhiyang.registry.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.elder.NewElder;
import org.zhiyang.registry.facility.NewFacility;
import org.zhiyang.registry.facility.NewProvider;
import org.zhiyang.registry.household.NewHousehold;
import org.zhiyang.registry.household.Relation;
import org.zhiyang.registry.population.domain.PopulationPlan;
import org.zhiyang.registry.population.domain.SimulatedAssessor;
import org.zhiyang.registry.population.domain.SimulatedCarer;
import org.zhiyang.registry.population.domain.SimulatedElder;
import org.zhiyang.registry.population.domain.SimulatedFacility;
import org.zhiyang.registry.population.domain.SimulatedHousehold;
import org.zhiyang.registry.population.domain.SimulatedProvider;
import org.zhiyang.registry.population.domain.SimulatedVillageWorker;
import org.zhiyang.registry.workforce.NewStaff;

/** Says the generator's invented people in the words of the modules that will keep them. Pure: the same plan gives the same records. */
final class SimulatedCity {
  private static final String[] LEVELS = {"INTACT", "MILD", "MODERATE", "SEVERE", "COMPLETE"};
  private static final int LEVEL_HOLDS_DAYS = 365;

  private final PopulationPlan plan;
  private final LocalDate asOf;

  SimulatedCity(PopulationPlan plan, LocalDate asOf) {
    this.plan = plan;
    this.asOf = asOf;
  }

  Iterator<NewElder> elders() {
    return plan.elders().map(this::elder).iterator();
  }

  /** The level counts as found at the city's last survey: the last day it holds is spread over the coming year by the id. */
  private NewElder elder(SimulatedElder e) {
    var validUntil = asOf.plusDays(Math.floorMod(e.id().getLeastSignificantBits(), LEVEL_HOLDS_DAYS) + 1L);
    return new NewElder(e.id(), e.name(), e.sex(), e.birthOn(), e.idNumber().value(), e.phone(), e.addressDetail(), e.village().value(), e.home().lng(), e.home().lat(),
        e.living(), e.economic(), e.hukou(), e.disabilityGrade() > 0, e.familyPlanningSpecial(), LEVELS[e.abilityLevel()], validUntil, true);
  }

  Iterator<NewHousehold> households() {
    return plan.households().map(this::household).iterator();
  }

  private NewHousehold household(SimulatedHousehold h) {
    var members = new ArrayList<NewHousehold.Member>();
    var ties = new ArrayList<NewHousehold.Tie>();
    for (var e : h.elders()) members.add(new NewHousehold.Member(tieId(e.id()), e.id(), e.name(), e.phone()));
    for (var m : h.members()) members.add(new NewHousehold.Member(m.id(), null, m.name(), m.phone()));
    for (var e : h.elders()) {
      for (var other : h.elders()) {
        if (!other.id().equals(e.id())) ties.add(new NewHousehold.Tie(e.id(), tieId(other.id()), Relation.SPOUSE, true, false, h.members().isEmpty()));
      }
      for (var m : h.members()) ties.add(new NewHousehold.Tie(e.id(), m.id(), m.relation(), m.livesTogether(), m.proxy(), m.emergencyContact()));
    }
    return new NewHousehold(h.id(), h.village().value(), members, ties);
  }

  /** An elder's membership in a household needs an id of its own; the elder's with one bit turned keeps it derived from the seed. */
  private static UUID tieId(UUID elder) {
    return new UUID(elder.getMostSignificantBits(), elder.getLeastSignificantBits() ^ 1L);
  }

  Iterator<NewProvider> providers() {
    return plan.providers().stream().map(SimulatedCity::provider).iterator();
  }

  private static NewProvider provider(SimulatedProvider p) {
    return new NewProvider(p.id(), p.name(), p.creditCode().value(), p.county().value(), p.base().lng(), p.base().lat(), Set.copyOf(p.services()),
        p.capacityVisitsPerDay(), p.phone(), p.name(), p.bankAccountNumber(), true);
  }

  Iterator<NewFacility> facilities() {
    var taken = plan.elders().filter(e -> e.careHomeId() != null).collect(Collectors.groupingBy(SimulatedElder::careHomeId, Collectors.counting()));
    return plan.facilities().stream().map(f -> facility(f, taken)).iterator();
  }

  private static NewFacility facility(SimulatedFacility f, Map<@Nullable UUID, Long> taken) {
    var beds = f.beds() == 0 ? null : (Integer) f.beds();
    var bedsTaken = beds == null ? null : (Integer) Math.min(beds, taken.getOrDefault(f.id(), 0L).intValue());
    return new NewFacility(f.id(), f.kind(), f.name(), f.region().value(), f.position().lng(), f.position().lat(), beds, bedsTaken, f.stars() == 0 ? null : f.stars(), null, true);
  }

  Iterator<NewStaff.NewCarer> carers() {
    var counties = new HashMap<UUID, String>();
    plan.providers().forEach(p -> counties.put(p.id(), p.county().value()));
    return plan.carers().stream().map(c -> carer(c, counties.get(c.providerId()))).iterator();
  }

  private static NewStaff.NewCarer carer(SimulatedCarer c, String county) {
    var certificates = c.certificates().stream().filter(t -> t.kind() == SimulatedCarer.CertificateKind.CARE_WORKER)
        .map(t -> new NewStaff.NewCertificate(c.certificateLevel(), t.number(), t.from(), t.to().minusDays(1))).toList();
    List<NewStaff.NewShift> shifts = c.shifts().stream().map(s -> new NewStaff.NewShift(s.day().getValue(), s.from(), s.to())).toList();
    return new NewStaff.NewCarer(c.id(), c.providerId(), county, c.name(), c.sex().name(), c.phone(), c.base().lng(), c.base().lat(), c.skills(), c.partTime(), c.travelMode(), certificates, shifts, true);
  }

  /** Every second assessor has a medical or nursing background: a pair can always be made. */
  Iterator<NewStaff.NewAssessor> assessors() {
    var made = new ArrayList<NewStaff.NewAssessor>();
    for (SimulatedAssessor a : plan.assessors()) {
      made.add(new NewStaff.NewAssessor(a.id(), a.county().value(), a.name(), made.size() % 2 == 0, made.size() % 2 == 0 ? "护士，老年人能力评估师" : "社会工作师，老年人能力评估师",
          a.certificateFrom(), a.certificateTo(), a.phone(), true));
    }
    return made.iterator();
  }

  Iterator<NewStaff.NewVillageWorker> villageWorkers() {
    return plan.villageWorkers().stream().map((SimulatedVillageWorker w) -> new NewStaff.NewVillageWorker(w.id(), w.village().value(), w.name(), w.phone(), true)).iterator();
  }
}
