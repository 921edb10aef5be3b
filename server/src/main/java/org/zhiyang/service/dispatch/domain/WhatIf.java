package org.zhiyang.service.dispatch.domain;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.facility.ProviderId;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.routing.SearchLimits;

/** The same days planned twice: with the carers there are, and with some more. Nothing is kept. */
public final class WhatIf {
  private static final long SEED = 20260101;

  private final CareSearch search;

  public WhatIf(CareSearch search) {
    this.search = search;
  }

  /**
   * Carers that do not exist.
   *
   * @param skills codes of the service list; @param certificateLevel 5 (lowest) to 1, null for none
   * @param lng, lat where their day begins; @param from, to their shift on every day
   */
  public record Extra(ProviderId provider, int count, Set<String> skills, @Nullable Integer certificateLevel, double lng, double lat, LocalTime from, LocalTime to) {}

  public record Compared(SpanFigures without, SpanFigures with) {}

  /** @param days not empty; @param each how long each of the two plans may be searched */
  public Compared compare(List<PlanningDay> days, List<Extra> extras, Duration each) {
    return new Compared(planned(days, each), planned(joined(days, extras), each));
  }

  private SpanFigures planned(List<PlanningDay> days, Duration time) {
    return SpanFigures.planned(days, search.plan(days, SearchLimits.ofTime(time, SEED), progress -> {}).plans());
  }

  private static List<PlanningDay> joined(List<PlanningDay> days, List<Extra> extras) {
    var all = new ArrayList<PlanningDay>();
    var people = new ArrayList<Supplier<Carer>>();
    var number = 0;
    for (var extra : extras) for (int n = 0; n < extra.count(); n++) people.add(person(extra, ++number));
    for (var day : days) {
      var carers = new ArrayList<>(day.carers());
      people.stream().map(Supplier::get).filter(c -> worksHere(day, c)).forEach(carers::add);
      all.add(new PlanningDay(day.day(), day.visits(), carers, day.travel(), day.settings(), day.notBefore(), day.keepAssigned(), day.elsewhere()));
    }
    return all;
  }

  private static boolean worksHere(PlanningDay day, Carer extra) {
    return day.visits().stream().anyMatch(v -> v.provider().equals(extra.provider())) || day.carers().stream().anyMatch(c -> c.provider().equals(extra.provider()));
  }

  private static Supplier<Carer> person(Extra extra, int number) {
    var id = new CarerId(new UUID(0, number));
    return () -> new Carer(id, extra.provider(), "增加的护理员" + number, "FEMALE", extra.lng(), extra.lat(), new LinkedHashSet<>(extra.skills()), false, extra.certificateLevel(),
        List.of(new Carer.Shift(extra.from(), extra.to())));
  }
}
