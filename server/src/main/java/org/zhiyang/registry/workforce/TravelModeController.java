package org.zhiyang.registry.workforce;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.NotFound;

/** 出行方式: a provider writes down what a carer travels by; plans made from then on reckon with it. */
@RestController
class TravelModeController {
  private final JdbcClient jdbc;
  private final CurrentActor current;

  TravelModeController(JdbcClient jdbc, CurrentActor current) {
    this.jdbc = jdbc;
    this.current = current;
  }

  record TravelModeRequest(@NotNull TravelMode mode) {}

  @PutMapping("/api/carers/{id}/travel-mode")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(permission = "workforce.write", audit = true)
  @Transactional
  public void choose(@PathVariable UUID id, @Valid @RequestBody TravelModeRequest body) {
    var mine = current.scope().on(Workforce.SCOPE);
    var changed = jdbc.sql("update workforce.carer c set travel_mode = :mode where c.active and c.id = :id and " + mine.sql()).param("mode", body.mode().name()).param("id", id).params(mine.params()).update();
    if (changed == 0) throw new NotFound();
  }
}
