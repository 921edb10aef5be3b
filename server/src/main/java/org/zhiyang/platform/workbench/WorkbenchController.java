package org.zhiyang.platform.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;

/** 工作台: one list for all rooms, legally nearest first, then oldest. */
@RestController
class WorkbenchController {
  private static final int MOST = 50;
  private static final int MOST_OF_ONE_ROOM = 20;

  private final List<WorkSource> sources;
  private final CurrentActor current;
  private final Clock clock;

  WorkbenchController(List<WorkSource> sources, CurrentActor current, Clock clock) {
    this.sources = sources;
    this.current = current;
    this.clock = clock;
  }

  record Task(String key, String room, String title, @Nullable String subject, OffsetDateTime since, long ageDays, @Nullable LocalDate dueOn, boolean overdue, String path) {}

  record Workbench(List<Task> tasks, List<WorkFigure> figures, OffsetDateTime asOf) {}

  @GetMapping("/api/workbench")
  @Guarded(permission = "workbench.read")
  Workbench read() {
    var actor = current.get();
    var now = OffsetDateTime.now(clock);
    var tasks = sources.stream().flatMap(source -> source.tasksFor(actor, MOST_OF_ONE_ROOM).stream())
        .sorted(Comparator.comparing(WorkItem::dueOn, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(WorkItem::since)).limit(MOST)
        .map(item -> new Task(item.key(), item.room(), item.title(), item.subject(), item.since(), ChronoUnit.DAYS.between(item.since(), now), item.dueOn(),
            item.dueOn() != null && item.dueOn().isBefore(now.toLocalDate()), item.path())).toList();
    var figures = sources.stream().flatMap(source -> source.figuresFor(actor).stream()).toList();
    return new Workbench(tasks, figures, now);
  }
}
