package org.zhiyang.need.assessment.usecase;

import org.springframework.stereotype.Component;

/** The steps of an assessment's life together, for the controller that offers them all. */
@Component
public record AssessmentActions(
    RequestAssessment request,
    ScheduleAssessment schedule,
    StartAssessment start,
    SaveDraft saveDraft,
    SignAssessment sign,
    CompleteAssessment complete,
    ObjectToAssessment object,
    WithdrawAssessment withdraw) {}
