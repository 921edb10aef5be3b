package org.zhiyang.registry.elder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.ActorNames;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.web.Problems;

/** The register's refusals as problems. */
@RestControllerAdvice
@Order(100)
class ElderProblems {
  private final ActorNames names;
  private final CurrentActor current;

  ElderProblems(ActorNames names, CurrentActor current) {
    this.names = names;
    this.current = current;
  }

  @ExceptionHandler
  ProblemDetail on(ElderRefusal refusal) {
    return switch (refusal) {
      case ElderRefusal.AlreadyRegistered r -> {
        var fields = new HashMap<String, Object>();
        if (r.existing() != null) fields.put("elderId", r.existing().value());
        yield Problems.of(HttpStatus.CONFLICT, "elder/already-registered", "this ID number stands in the register already", fields);
      }
      case ElderRefusal.UnknownRegion r -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "elder/unknown-region", "no village of this code in your area", Map.of("regionCode", r.regionCode()));
      case ElderRefusal.TooYoung r -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "elder/too-young", "the register is for people of 60 and more", Map.of("age", r.age(), "youngest", ElderRegister.YOUNGEST));
      case ElderRefusal.ChangedMeanwhile r -> {
        var fields = new HashMap<String, Object>(Map.of("currentVersion", r.currentVersion(), "differs", r.differs()));
        if (r.by() != null && r.at() != null) {
          fields.put("changedBy", names.of(List.of(r.by()), current.get()).getOrDefault(r.by(), Actor.PLATFORM.displayName()));
          fields.put("changedAt", r.at().atZone(BusinessClock.ZONE).toOffsetDateTime());
        }
        yield Problems.of(HttpStatus.CONFLICT, "web/stale", "somebody changed this meanwhile", fields);
      }
      case ElderRefusal.NotServed r -> Problems.of(HttpStatus.CONFLICT, "elder/not-served", "the elder's status does not allow this", Map.of("state", r.status()));
    };
  }
}
