package org.zhiyang.service.dispatch.domain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.service.homecare.VisitId;

/** A day as it stands, looked at: ways between visits, hours of each carer, and for every open visit whether somebody could go and if not why. */
public final class DayLook {
  private final PlanningDay day;
  private final Board board;

  public DayLook(PlanningDay day) {
    this.day = day;
    this.board = Board.withAssigned(day, visit -> true);
  }

  /** @param legs minutes of way to each visit */
  public record Load(int travelMinutes, int serviceMinutes, Map<VisitId, Integer> legs) {}

  public Map<CarerId, Load> loads() {
    var loads = new HashMap<CarerId, Load>();
    for (var route : board.routes()) {
      var legs = new HashMap<VisitId, Integer>();
      route.stops().forEach(stop -> legs.put(stop.visit().id(), route.legTo(stop.visit().id())));
      loads.put(route.carer().id(), new Load(route.travel(), route.stops().stream().mapToInt(Stop::minutes).sum(), legs));
    }
    return loads;
  }

  /** Visits without carers; empty where somebody could go and only nobody was sent yet. */
  public Map<VisitId, Optional<Unserved>> open() {
    var open = new LinkedHashMap<VisitId, Optional<Unserved>>();
    var diagnosis = new Diagnosis(day, board);
    for (var visit : day.visits()) {
      if (!visit.carers().isEmpty()) continue;
      var servable = visit.crew() == 1 ? board.cheapest(visit).isPresent() : !board.bestCrew(visit, true).isEmpty();
      open.put(visit.id(), servable ? Optional.empty() : Optional.of(diagnosis.unserved(visit)));
    }
    return open;
  }
}
