package org.zhiyang.need.intake.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.need.intake.CaseId;
import org.zhiyang.need.intake.CaseStep;
import org.zhiyang.need.intake.domain.Closure;
import org.zhiyang.need.intake.store.CaseRow;
import org.zhiyang.need.intake.usecase.CloseCase;
import org.zhiyang.need.intake.view.CaseList;
import org.zhiyang.need.intake.view.Timeline;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;

/** Care cases: list, one with its whole history, closing; an elder's timeline over all of them. */
@RestController
class CaseController {
  private final CaseList list;
  private final Timeline timeline;
  private final CloseCase close;
  private final ElderQueries elders;
  private final CaseViews views;
  private final CurrentActor current;
  private final Clock clock;

  CaseController(CaseList list, Timeline timeline, CloseCase close, ElderQueries elders, CaseViews views, CurrentActor current, Clock clock) {
    this.list = list;
    this.timeline = timeline;
    this.close = close;
    this.elders = elders;
    this.views = views;
    this.current = current;
    this.clock = clock;
  }

  /** {@code status}: OPEN (usual), CLOSED or ALL. {@code openedFrom}: opened on that day or later. */
  @GetMapping("/api/cases")
  @Guarded(permission = "need.read", audit = true)
  Page<CaseViews.CaseView> list(@Valid PageQuery query, @RequestParam @Nullable CaseStep step, @RequestParam @Nullable String region, @RequestParam @Nullable UUID provider,
      @RequestParam @Nullable UUID elder, @RequestParam(defaultValue = "OPEN") CaseStatus status, @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam @Nullable LocalDate openedFrom) {
    var today = LocalDate.now(clock);
    var open = status == CaseStatus.ALL ? null : Boolean.valueOf(status == CaseStatus.OPEN);
    return views.of(list.page(new CaseList.Filter(step, region, provider, elder, open, overdue ? today : null, openedFrom), query, current.scope()));
  }

  enum CaseStatus { OPEN, CLOSED, ALL }

  record CaseDetail(CaseViews.CaseView careCase, List<CaseViews.PhaseView> phases, List<CaseViews.EntryView> transitions) {}

  @GetMapping("/api/cases/{id}")
  @Guarded(permission = "need.read", audit = true)
  CaseDetail get(@PathVariable UUID id) {
    var row = find(id);
    var history = timeline.of(id);
    return new CaseDetail(views.of(row), CaseViews.phases(row, history), history.stream().map(views::of).toList());
  }

  record ClosureRequest(@NotNull Closure closure, @NotBlank @Size(min = 2, max = 500) String words, @Nullable Long version) {}

  @PostMapping("/api/cases/{id}/closure")
  @Guarded(permission = "need.capture", audit = true)
  CaseDetail close(@PathVariable UUID id, @Valid @RequestBody ClosureRequest body) {
    close.handle(new CloseCase.Command(new CaseId(find(id).id().value()), body.closure(), body.words().strip(), body.version(), current.get()));
    return get(id);
  }

  /** The loop part of 一人一页: newest first. */
  @GetMapping("/api/elders/{id}/timeline")
  @Guarded(permission = "need.read", audit = true)
  Page<CaseViews.EntryView> timeline(@PathVariable UUID id, @Valid PageQuery query) {
    var elder = elders.get(new ElderId(id), current.scope());
    return timeline.of(elder.id(), query).map(views::of);
  }

  private CaseRow find(UUID id) {
    return list.find(id, current.scope()).orElseThrow(NotFound::new);
  }
}
