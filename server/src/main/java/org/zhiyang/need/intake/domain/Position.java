package org.zhiyang.need.intake.domain;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.intake.CaseStep;

/** Where a case stands: the step that is to be done next, of which service month (null for the case's own steps), waiting since. {@code since} may lie ahead: the step cannot begin before. */
public record Position(CaseStep step, @Nullable YearMonth month, Instant since) {}
