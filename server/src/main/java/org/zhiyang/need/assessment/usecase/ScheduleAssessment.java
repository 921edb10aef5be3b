package org.zhiyang.need.assessment.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.domain.Act;
import org.zhiyang.need.assessment.domain.Appointment;
import org.zhiyang.need.assessment.domain.AppointmentPolicy;
import org.zhiyang.need.assessment.domain.Assessments;
import org.zhiyang.need.assessment.domain.Assessors;

/** An officer assigns two assessors, a time and a place; again, with a reason, to plan anew. */
@Component
public class ScheduleAssessment {

  private final Assessments assessments;
  private final Assessors assessors;
  private final Avoidance avoidance;
  private final Served served;
  private final Clock clock;

  ScheduleAssessment(Assessments assessments, Assessors assessors, Avoidance avoidance, Served served, Clock clock) {
    this.assessments = assessments;
    this.assessors = assessors;
    this.avoidance = avoidance;
    this.served = served;
    this.clock = clock;
  }

  /** {@code reason} is needed when the visit was planned before. */
  public record Command(AssessmentId assessment, Appointment appointment, UUID actor, @Nullable String reason) {}

  @Transactional
  public void handle(Command command) {
    var assessment = assessments.get(command.assessment());
    var appointment = command.appointment();
    var elder = assessment.request().elder();
    served.require(elder);
    var chosen = appointment.assessors().stream().map(assessors::get).toList();
    AppointmentPolicy.check(chosen, elder, avoidance.relativesByHousehold(chosen, elder), LocalDate.ofInstant(appointment.plannedAt(), clock.getZone()));
    assessment.schedule(appointment, new Act(command.actor(), clock.instant(), appointment.place(), command.reason()));
    assessments.save(assessment);
  }
}
