package org.zhiyang.platform.workbench;

import java.time.OffsetDateTime;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing that waits for a person.
 *
 *  @param key unique and stable, e.g. {@code assessment:<id>}
 *  @param title what to do, in Chinese, e.g. 评估待签字
 *  @param subject about whom or what, names masked where the reader has no case
 *  @param dueOn last day (inclusive) the work is in time; null when no limit applies
 *  @param path where the work is done, e.g. /console/need/assessments/… */
public record WorkItem(String key, String room, String title, @Nullable String subject, OffsetDateTime since, @Nullable LocalDate dueOn, String path) {}
