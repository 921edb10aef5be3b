package org.zhiyang.platform.workbench;

import java.util.List;
import org.zhiyang.platform.access.Actor;

/** A room's open work and figures for one account; a bean of each module that has any. Answers from indexed queries in a few milliseconds, at most
 *  {@code most} items, oldest or most urgent first, and only rows that the actor's scope reaches. */
public interface WorkSource {
  List<WorkItem> tasksFor(Actor actor, int most);

  /** Figures of the actor's own area; empty when the module has none for this role. */
  default List<WorkFigure> figuresFor(Actor actor) {
    return List.of();
  }
}
