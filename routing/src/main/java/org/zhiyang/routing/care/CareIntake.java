package org.zhiyang.routing.care;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhiyang.routing.RoutingRefusal;

/**
 * Refuses a problem that contradicts itself, with a sentence that names the visit or carer. What merely cannot be served (nobody with the skill, no way, no shift then)
 * is no contradiction: such a visit comes back unserved with the reason.
 */
public final class CareIntake {
  private static final int DAY = 1440;

  private final CareProblem problem;
  private final int end;

  private CareIntake(CareProblem problem) {
    this.problem = problem;
    end = problem.days() * DAY;
  }

  public static void check(CareProblem problem) {
    if (problem.days() < 1 || problem.days() > 31) throw new RoutingRefusal("计划天数为 %d，须在 1 至 31 之间，请改正。".formatted(problem.days()));
    if (problem.handover() < 0 || problem.handover() > DAY) throw new RoutingRefusal("交接时间为 %d 分钟，须在 0 至 1440 之间，请改正。".formatted(problem.handover()));
    var intake = new CareIntake(problem);
    if (problem.notBefore() < 0 || problem.notBefore() > intake.end) throw new RoutingRefusal("“现在”的时刻 %d 不在计划的 %d 天之内，请改正。".formatted(problem.notBefore(), problem.days()));
    intake.weights();
    var carers = new HashSet<String>();
    for (var carer : problem.carers()) {
      if (!carers.add(carer.id())) throw new RoutingRefusal("护理员编号 %s 出现了不止一次，请改正。".formatted(carer.id()));
      intake.carer(carer);
    }
    var visits = new HashMap<String, CareVisit>();
    for (var visit : problem.visits()) {
      if (visits.put(visit.id(), visit) != null) throw new RoutingRefusal("服务编号 %s 出现了不止一次，请改正。".formatted(visit.id()));
      intake.visit(visit, carers);
    }
    intake.links(visits);
    intake.standing();
  }

  private void weights() {
    var w = problem.weights();
    for (int weight : new int[] {w.unserved(), w.offWish(), w.newFace(), w.eachCarer(), w.notPreferred(), w.unfair(), w.changed()}) {
      if (weight < 0) throw new RoutingRefusal("目标权重不能为负数，请改正。");
    }
  }

  private void visit(CareVisit v, Set<String> carers) {
    if (v.minutes() < 1 || v.minutes() > DAY) throw refusal(v, "时长为 %d 分钟，须在 1 至 1440 之间", v.minutes());
    if (v.from() > v.to()) throw refusal(v, "最早开始晚于最晚开始");
    if (v.from() < 0 || v.to() >= end) throw refusal(v, "时段不在计划的 %d 天之内", problem.days());
    if (v.from() / DAY != v.to() / DAY) throw refusal(v, "时段跨过了午夜，须在同一天");
    if (v.wishedFrom() > v.wishedTo() || v.wishedFrom() < v.from() || v.wishedTo() > v.to()) throw refusal(v, "约定的开始时间不在可选时段之内");
    place(v.place(), "服务 %s".formatted(v.id()));
    if (v.priority() < 1 || v.priority() > 9) throw refusal(v, "优先级为 %d，须在 1 至 9 之间", v.priority());
    for (var skill : v.skills()) {
      if (skill.level() < 1) throw refusal(v, "所需技能 %s 的等级须至少为 1", skill.code());
    }
    var pin = v.pin();
    if (pin == null) return;
    if (!carers.contains(pin.carer())) throw refusal(v, "固定给了不存在的护理员 %s", pin.carer());
    if (pin.start() < 0 || pin.start() >= end) throw refusal(v, "固定的开始时间不在计划的 %d 天之内", problem.days());
  }

  private void carer(CareCarer c) {
    if (c.mostMinutesADay() < 0 || c.mostMinutesAWeek() < 0 || c.leastRest() < 0) throw refusal(c, "工时上限和休息时间不能为负数");
    if (c.mode() < 0) throw refusal(c, "出行方式为 %d，不能为负数", c.mode());
    for (var skill : c.skills()) {
      if (skill.level() < 1) throw refusal(c, "技能 %s 的等级须至少为 1", skill.code());
    }
    int free = 0;
    for (var shift : c.shifts()) {
      if (shift.from() < 0 || shift.to() > end || shift.from() >= shift.to()) throw refusal(c, "班次 %d 至 %d 的时间不对，须先开始后结束并在计划的 %d 天之内", shift.from(), shift.to(), problem.days());
      if (shift.from() < free) throw refusal(c, "班次重叠或没有按时间排列");
      free = shift.to();
      place(shift.startPlace(), "护理员 %s 的班次".formatted(c.id()));
      if (shift.endPlace() != null) place(shift.endPlace(), "护理员 %s 的班次".formatted(c.id()));
      breaks(c, shift);
      gaps(c, shift);
    }
  }

  private static void breaks(CareCarer c, CareCarer.Shift shift) {
    int free = shift.from();
    for (var pause : shift.breaks()) {
      if (pause.minutes() < 1) throw refusal(c, "休息时长为 %d 分钟，须至少为 1", pause.minutes());
      if (pause.from() > pause.to()) throw refusal(c, "休息的最早开始晚于最晚开始");
      if (pause.from() < free) throw refusal(c, "休息重叠、没有按时间排列或早于班次");
      free = pause.to() + pause.minutes();
      if (free > shift.to()) throw refusal(c, "休息超出了班次");
    }
  }

  private static void gaps(CareCarer c, CareCarer.Shift shift) {
    int free = shift.from();
    for (var gap : shift.gaps()) {
      if (gap.from() >= gap.to()) throw refusal(c, "不当班的时段 %d 至 %d 须先开始后结束", gap.from(), gap.to());
      if (gap.from() < free) throw refusal(c, "不当班的时段重叠、没有按时间排列或早于班次");
      free = gap.to();
      if (free > shift.to()) throw refusal(c, "不当班的时段超出了班次");
    }
  }

  private void links(Map<String, CareVisit> visits) {
    var linked = new HashSet<String>();
    for (var link : problem.links()) {
      for (var id : List.of(link.first(), link.second())) {
        if (!visits.containsKey(id)) throw new RoutingRefusal("双人服务中的服务 %s 不存在，请改正。".formatted(id));
        if (!linked.add(id)) throw new RoutingRefusal(link.first().equals(link.second()) ? "服务 %s 与自己组成了双人服务，请改正。".formatted(id) : "服务 %s 属于不止一组双人服务，请改正。".formatted(id));
      }
      if (link.least() > link.most()) throw new RoutingRefusal("双人服务 %s 与 %s 的最短间隔大于最长间隔，请改正。".formatted(link.first(), link.second()));
      if (Math.abs((long) link.least()) > DAY || Math.abs((long) link.most()) > DAY) throw new RoutingRefusal("双人服务 %s 与 %s 的间隔不能超过一天，请改正。".formatted(link.first(), link.second()));
    }
  }

  private void standing() {
    var told = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (var stop : problem.standing()) {
      if (!seen.add(stop.visit())) told.add(stop.visit());
      if (stop.start() < 0 || stop.start() >= end) throw new RoutingRefusal("已发布计划中服务 %s 的开始时间不在计划的 %d 天之内，请改正。".formatted(stop.visit(), problem.days()));
    }
    if (!told.isEmpty()) throw new RoutingRefusal("服务 %s 在已发布计划中出现了不止一次，请改正。".formatted(told.getFirst()));
  }

  private void place(int place, String whose) {
    if (place < 0 || place >= problem.travel().places()) throw new RoutingRefusal("%s的地点 %d 不存在（共 %d 个地点，从 0 数起），请改正。".formatted(whose, place, problem.travel().places()));
  }

  private static RoutingRefusal refusal(CareVisit visit, String what, Object... words) {
    return new RoutingRefusal("服务 %s：%s，请改正。".formatted(visit.id(), what.formatted(words)));
  }

  private static RoutingRefusal refusal(CareCarer carer, String what, Object... words) {
    return new RoutingRefusal("护理员 %s：%s，请改正。".formatted(carer.id(), what.formatted(words)));
  }
}
