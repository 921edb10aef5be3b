package org.zhiyang.need.assessment.usecase;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.need.assessment.domain.Assessors;

/** An assessor declares to be a relative of an elder, and will not be assigned to that elder. Twice is once. */
@Component
public class DeclareRelative {

  private final Assessors assessors;

  DeclareRelative(Assessors assessors) {
    this.assessors = assessors;
  }

  public record Command(UUID account, UUID elder) {}

  @Transactional
  public void handle(Command command) {
    assessors.get(command.account());
    assessors.declareRelative(command.account(), command.elder());
  }
}
