package org.zhiyang.need.intake;

import org.zhiyang.registry.elder.ElderId;

/** Opens the way for urgent help (助急, M269): what cannot wait for assessment, entitlement and plan is ordered at once, and the case says what was passed over. Runs in the caller's transaction. */
public interface UrgentCases {
  /** The elder's open case, or a new one with the need captured. Each of the first four steps that is missing is recorded as waived for this very order, with the reason; the need asks for the
   *  assessment that makes them up. Nothing is captured or waived where the elder has all four. Doing it twice for one order is once.
   *
   *  @param why {@code source} is the id of the order that the steps are waived for; {@code reason} what happened, in Chinese
   *  @throws org.zhiyang.platform.web.NotFound when the elder is out of the actor's scope */
  CaseId openFor(ElderId elder, CareCaseCommands.Reached why);
}
