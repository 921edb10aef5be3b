package org.zhiyang.routing.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.check.HomeVisitFault.Kind;
import org.zhiyang.routing.hhcrsp.HhcrspAnswer;
import org.zhiyang.routing.hhcrsp.HhcrspInstance;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Carer;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Patient;

/**
 * Follows every carer of an answer by the clock, in the figures of the file, and lists every fault; an answer is right when the list is empty. It believes no time it
 * is told. Times may be off by a ten-thousandth, the cost by the rounding to three decimals.
 */
public final class HomeVisitChecker {
  private static final double SLACK = 1e-4;

  private record Done(Carer carer, double start) {}

  private final HhcrspInstance instance;
  private final Map<String, Integer> patients = new HashMap<>();
  private final Map<String, Carer> carers = new HashMap<>();
  private final @Nullable Done[][] done;
  private final List<HomeVisitFault> faults = new ArrayList<>();
  private double travel;

  private HomeVisitChecker(HhcrspInstance instance) {
    this.instance = instance;
    done = new Done[instance.patients().size()][2];
    for (int p = 0; p < instance.patients().size(); p++) patients.put(instance.patients().get(p).id(), p);
    for (var carer : instance.carers()) carers.put(carer.id(), carer);
  }

  public static List<HomeVisitFault> check(HhcrspInstance instance, HhcrspAnswer answer) {
    var checker = new HomeVisitChecker(instance);
    var seen = new HashSet<String>();
    for (var route : answer.routes()) {
      var carer = checker.carers.get(route.carer());
      if (carer == null) checker.add(Kind.UNKNOWN_CARER, "没有护理员 %s。", route.carer());
      else if (!seen.add(route.carer())) checker.add(Kind.CARER_TWICE, "护理员 %s 有不止一条路线。", route.carer());
      else checker.follow(carer, route.visits());
    }
    double tardiness = 0;
    double worst = 0;
    for (int p = 0; p < checker.done.length; p++) {
      checker.checkPatient(p);
      for (var each : checker.done[p]) {
        if (each == null) continue;
        double late = Math.max(0, each.start() - instance.patients().get(p).latest());
        tardiness += late;
        worst = Math.max(worst, late);
      }
    }
    double cost = (checker.travel + tardiness + worst) / 3;
    if (!(Math.abs(cost - answer.cost()) <= 0.0005 + 1e-6 * cost + 1e-6)) checker.add(Kind.WRONG_COST, "总成本为 %.4f，却报为 %.4f。", cost, answer.cost());
    return checker.faults;
  }

  private void follow(Carer carer, List<HhcrspAnswer.Visit> visits) {
    double free = carer.from();
    int at = -1;
    for (var visit : visits) {
      var index = patients.get(visit.patient());
      if (index == null) {
        add(Kind.UNKNOWN_VISIT, "没有老人 %s。", visit.patient());
        continue;
      }
      int which = service(index, visit);
      if (which < 0) continue;
      var patient = instance.patients().get(index);
      done[index][which] = new Done(carer, visit.arrival());
      if (!carer.abilities().contains(visit.service())) add(Kind.NOT_ABLE, "护理员 %s 不能做服务 %s。", carer.id(), visit.service());
      if (patient.refused().contains(carer.id())) add(Kind.REFUSED_CARER, "老人 %s 不接受护理员 %s。", patient.id(), carer.id());
      if (visit.arrival() < patient.earliest() - SLACK) add(Kind.TOO_EARLY, "老人 %s 的服务早于 %.3f 开始。", patient.id(), patient.earliest());
      double there = free + instance.travel(at, index);
      if (visit.arrival() < there - SLACK) add(Kind.NO_TIME_TO_TRAVEL, "护理员 %s 最早 %.3f 才能到老人 %s 处。", carer.id(), there, patient.id());
      double duration = patient.services().get(which).duration();
      if (Math.abs(visit.departure() - visit.arrival() - duration) > SLACK) add(Kind.WRONG_DURATION, "老人 %s 的服务应为 %.3f 长。", patient.id(), duration);
      travel += instance.travel(at, index);
      free = Math.max(visit.arrival(), there) + duration;
      at = index;
    }
    if (at >= 0) travel += instance.travel(at, -1);
    if (at >= 0 && free + instance.travel(at, -1) > carer.to() + SLACK) add(Kind.OUTSIDE_SHIFT, "护理员 %s 下班前回不到服务站。", carer.id());
  }

  /** Which service of the patient the visit is; of two with the same name the one not done yet that lasts as long. Negative after adding a fault. */
  private int service(int index, HhcrspAnswer.Visit visit) {
    var services = instance.patients().get(index).services();
    int named = -1;
    int open = -1;
    for (int s = 0; s < services.size(); s++) {
      if (!services.get(s).id().equals(visit.service())) continue;
      named = s;
      if (done[index][s] != null) continue;
      boolean exact = Math.abs(services.get(s).duration() - visit.departure() + visit.arrival()) <= SLACK;
      if (open < 0 || exact) open = open >= 0 && exact && Math.abs(services.get(open).duration() - services.get(s).duration()) <= SLACK ? open : s;
    }
    if (named < 0) add(Kind.UNKNOWN_VISIT, "老人 %s 不需要服务 %s。", visit.patient(), visit.service());
    else if (open < 0) add(Kind.SERVED_TWICE, "老人 %s 的服务 %s 做了不止一次。", visit.patient(), visit.service());
    return open;
  }

  private void checkPatient(int p) {
    Patient patient = instance.patients().get(p);
    var one = done[p][0];
    var two = done[p][1];
    if (one == null) add(Kind.NOT_SERVED, "老人 %s 的服务 %s 没有人做。", patient.id(), patient.services().get(0).id());
    if (patient.services().size() < 2) return;
    if (two == null) add(Kind.NOT_SERVED, "老人 %s 的服务 %s 没有人做。", patient.id(), patient.services().get(1).id());
    if (one == null || two == null) return;
    if (one.carer().id().equals(two.carer().id())) add(Kind.SAME_CARER, "老人 %s 的两项服务是同一名护理员 %s。", patient.id(), one.carer().id());
    double gap = two.start() - one.start();
    if (sameName(patient)) gap = tied(patient, gap) ? gap : -gap;
    if (!tied(patient, gap)) add(Kind.WRONG_GAP, "老人 %s 的两项服务相隔 %.3f，应在 %.3f 至 %.3f 之间。", patient.id(), gap, patient.gap().least(), patient.gap().most());
  }

  /** Two services nobody can tell apart may stand in the answer in either order. */
  private static boolean sameName(Patient patient) {
    return patient.services().get(0).equals(patient.services().get(1));
  }

  private static boolean tied(Patient patient, double gap) {
    return gap >= patient.gap().least() - SLACK && gap <= patient.gap().most() + SLACK;
  }

  private void add(Kind kind, String sentence, Object... words) {
    faults.add(new HomeVisitFault(kind, sentence.formatted(words)));
  }
}
