package org.zhiyang.registry.workforce;

import java.util.Iterator;
import java.util.UUID;

/** The acts other modules may ask of the register of staff. */
public interface WorkforceCommands {
  long loadCarers(Iterator<NewStaff.NewCarer> carers);

  long loadAssessors(Iterator<NewStaff.NewAssessor> assessors);

  long loadVillageWorkers(Iterator<NewStaff.NewVillageWorker> workers);

  void linkAssessor(UUID assessor, UUID account);
}
