package org.zhiyang.service.homecare.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.access.Role;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.service.homecare.HomecareCommands;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitId;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.store.Visits;
import org.zhiyang.service.homecare.usecase.CancelVisits;
import org.zhiyang.service.homecare.view.VisitList;

/** 上门记录: list, one visit with its proof, decision, rating, cancellation. */
@RestController
class VisitController {
  private final VisitList list;
  private final VisitPages pages;
  private final Visits visits;
  private final HomecareCommands commands;
  private final CancelVisits cancel;
  private final ElderQueries elders;
  private final CurrentActor current;

  VisitController(VisitList list, VisitPages pages, Visits visits, HomecareCommands commands, CancelVisits cancel, ElderQueries elders, CurrentActor current) {
    this.list = list;
    this.pages = pages;
    this.visits = visits;
    this.commands = commands;
    this.cancel = cancel;
    this.elders = elders;
    this.current = current;
  }

  /** {@code day} is both ends of {@code from}..{@code to}; {@code waiting=true}: what a person has to decide; {@code flagged=true}: what the rules found something in (M258); {@code done=true}: somebody came and finished. */
  @GetMapping("/api/visits")
  @Guarded(permission = "visit.read", audit = true)
  Page<VisitPages.Row> list(@Valid PageQuery query, @RequestParam @Nullable LocalDate day, @RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to,
      @RequestParam @Nullable VisitStatus status, @RequestParam @Nullable VisitFlag flag, @RequestParam @Nullable UUID provider, @RequestParam @Nullable String region,
      @RequestParam @Nullable UUID elder, @RequestParam @Nullable UUID order, @RequestParam @Nullable UUID carer, @RequestParam(defaultValue = "false") boolean waiting,
      @RequestParam(defaultValue = "false") boolean flagged, @RequestParam(defaultValue = "false") boolean done) {
    var filter = new VisitList.Filter(day == null ? from : day, day == null ? to : day, status, flag, provider, region, elder, order, carer, waiting, flagged, done, false);
    return pages.rows(list.page(filter, query, current.scope()), current.get());
  }

  /** Not found for who sees neither a visit nor the elder. Elder and family are spared the visits whose day another one has now. */
  @GetMapping("/api/elders/{id}/visits")
  @Guarded(permission = "visit.read", audit = true)
  Page<VisitPages.Row> ofElder(@PathVariable UUID id, @Valid PageQuery query, @RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to) {
    var actor = current.get();
    var standing = actor.role().reach() == Role.Reach.PEOPLE;
    var page = list.page(new VisitList.Filter(from, to, null, null, null, null, id, null, null, false, false, false, standing), query, actor.scope());
    if (page.total() == 0) elders.get(new ElderId(id), actor.scope());
    return pages.rows(page, actor);
  }

  @GetMapping("/api/visits/{id}")
  @Guarded(permission = "visit.read", audit = true)
  VisitPages.View get(@PathVariable UUID id) {
    var actor = current.get();
    return pages.view(visits.get(id, actor.scope()), actor);
  }

  record DecisionRequest(@NotNull Boolean confirmed, @Nullable @Size(max = 500) String reason) {}

  /** A person decides an abnormal or sampled visit; anything but confirming a visit without findings needs a reason. */
  @PostMapping("/api/visits/{id}/decision")
  @Guarded(permission = "visit.decide", audit = true)
  VisitPages.View decide(@PathVariable UUID id, @Valid @RequestBody DecisionRequest body) {
    var actor = current.get();
    var visit = visits.get(id, actor.scope());
    var reason = body.reason() == null ? "" : body.reason().strip();
    if (reason.length() < 2 && (!body.confirmed() || !visit.flags().isEmpty())) throw new InvalidInput("reason", "required");
    commands.decide(new VisitId(id), body.confirmed(), reason.isEmpty() ? "抽查属实" : reason, actor);
    return pages.view(visits.get(id, actor.scope()), actor);
  }

  record RatingRequest(@NotNull @Min(1) @Max(5) Integer stars, @Nullable @Size(max = 1000) String words) {}

  record Rated(UUID id) {}

  @PostMapping("/api/visits/{id}/rating")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "feedback.give", audit = true)
  Rated rate(@PathVariable UUID id, @Valid @RequestBody RatingRequest body) {
    var actor = current.get();
    visits.get(id, actor.scope());
    return new Rated(commands.rate(new VisitId(id), body.stars(), body.words() == null ? "" : body.words(), actor));
  }

  record CancellationRequest(@NotBlank @Size(min = 2, max = 500) String reason) {}

  @PostMapping("/api/visits/{id}/cancellation")
  @Guarded(permission = "visit.cancel", audit = true)
  VisitPages.View cancel(@PathVariable UUID id, @Valid @RequestBody CancellationRequest body) {
    var actor = current.get();
    visits.get(id, actor.scope());
    cancel.handle(new VisitId(id), body.reason().strip(), actor);
    return pages.view(visits.get(id, actor.scope()), actor);
  }
}
