package org.zhiyang.service.dispatch.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.dispatch.usecase.PlanningDays;

/** A carer's own rota on the phone. */
@RestController
class MyShiftsController {
  private static final int WEEK = 7;

  private final WorkforceQueries workforce;
  private final PlanningDays days;
  private final CurrentActor current;

  MyShiftsController(WorkforceQueries workforce, PlanningDays days, CurrentActor current) {
    this.workforce = workforce;
    this.days = days;
    this.current = current;
  }

  record ShiftDay(LocalDate day, List<Carer.Shift> shifts) {}

  /** Seven days from {@code from} on. */
  @GetMapping("/api/my/shifts")
  @Guarded(permission = "visit.do")
  List<ShiftDay> mine(@RequestParam LocalDate from) {
    var carer = current.get().carerId();
    if (carer == null) throw new NotFound();
    days.requireNear("from", from);
    return IntStream.range(0, WEEK).mapToObj(from::plusDays)
        .map(day -> new ShiftDay(day, workforce.findCarer(new CarerId(carer), day).map(Carer::shifts).orElse(List.of()))).toList();
  }
}
