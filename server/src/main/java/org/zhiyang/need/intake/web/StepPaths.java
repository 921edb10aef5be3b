package org.zhiyang.need.intake.web;

import java.util.UUID;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.store.CaseHistory.Kind;
import org.zhiyang.need.intake.view.Timeline;

/** Where in the console the record of a step is opened. */
final class StepPaths {
  private StepPaths() {}

  static String of(Timeline.Entry entry) {
    if (entry.kind() != Kind.REACHED && entry.kind() != Kind.FELL_BACK) return careCase(entry.careCase());
    // A level the register took over has no assessment here.
    if (entry.source().equals(entry.elder())) return "/console/registry/elders/" + entry.elder();
    return switch (entry.step()) {
      case NEED -> "/console/need/needs/" + entry.source();
      case ASSESSED -> "/console/need/assessments/" + entry.source();
      case ELIGIBLE -> "/console/need/entitlements/" + entry.source();
      case PLANNED -> "/console/need/plans/" + entry.source();
      case ORDERED, MATCHED -> "/console/service/orders/" + entry.source();
      case DISPATCHED, VISITED, VERIFIED, FELT -> "/console/service/visits/" + entry.source();
      case EVALUATED -> "/console/oversight/scores/" + entry.source();
      case SETTLED, PAID -> "/console/funding/statements/" + entry.source();
    };
  }

  static String careCase(UUID id) {
    return "/console/service/cases/" + id;
  }

  /** The room of the console a step belongs to. */
  static String room(CaseStep step) {
    return switch (step) {
      case NEED, ASSESSED, ELIGIBLE, PLANNED -> "need";
      case ORDERED, MATCHED, DISPATCHED, VISITED, VERIFIED, FELT -> "service";
      case EVALUATED -> "oversight";
      case SETTLED, PAID -> "funding";
    };
  }
}
