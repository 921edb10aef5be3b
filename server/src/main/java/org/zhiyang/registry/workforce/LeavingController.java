package org.zhiyang.registry.workforce;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;

/** 离职: a provider writes down from which day on a carer works for it no more. */
@RestController
class LeavingController {
  private final Leaving leaving;
  private final CurrentActor current;

  LeavingController(Leaving leaving, CurrentActor current) {
    this.leaving = leaving;
    this.current = current;
  }

  /** @param on first day without work */
  record LeavingRequest(@NotNull LocalDate on) {}

  @PutMapping("/api/carers/{id}/leaving")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(permission = "workforce.write", audit = true)
  void leave(@PathVariable UUID id, @Valid @RequestBody LeavingRequest body) {
    leaving.leave(new CarerId(id), body.on(), current.get());
  }

  @DeleteMapping("/api/carers/{id}/leaving")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Guarded(permission = "workforce.write", audit = true)
  void stay(@PathVariable UUID id) {
    leaving.stay(new CarerId(id), current.get());
  }
}
