package org.zhiyang.oversight.rating.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.oversight.rating.domain.Correction;
import org.zhiyang.oversight.rating.domain.Part;
import org.zhiyang.oversight.rating.domain.Score.Objected;
import org.zhiyang.oversight.rating.domain.ScoreStatus;
import org.zhiyang.oversight.rating.usecase.DecideObjection;
import org.zhiyang.oversight.rating.usecase.ObjectToScore;
import org.zhiyang.oversight.rating.view.EvidenceList;
import org.zhiyang.oversight.rating.view.ScoreList;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** 服务商月度评价. */
@RestController
class ScoreController {
  private final ScoreList list;
  private final EvidenceList evidence;
  private final ScoreViews views;
  private final ObjectToScore object;
  private final DecideObjection decide;
  private final CurrentActor current;

  ScoreController(ScoreList list, EvidenceList evidence, ScoreViews views, ObjectToScore object, DecideObjection decide, CurrentActor current) {
    this.list = list;
    this.evidence = evidence;
    this.views = views;
    this.object = object;
    this.decide = decide;
    this.current = current;
  }

  @GetMapping("/api/provider-scores")
  @Guarded(permission = "rating.read")
  Page<ScoreViews.ScoreRow> list(@Valid PageQuery query, @RequestParam @Nullable YearMonth month, @RequestParam @Nullable ScoreStatus status, @RequestParam @Nullable String region,
      @RequestParam @Nullable UUID provider, @RequestParam @Nullable Boolean passed) {
    var page = list.page(new ScoreList.Filter(month, status, region, provider, passed), query, current.scope());
    return page.with(views.rows(page.items()));
  }

  @GetMapping("/api/provider-scores/{id}")
  @Guarded(permission = "rating.read")
  ScoreViews.ScoreView get(@PathVariable UUID id) {
    var actor = current.get();
    return views.view(list.find(id, actor.scope()).orElseThrow(NotFound::new), actor);
  }

  /** What a part of the newest revision was counted from: visits, or complaints for 无投诉. */
  @GetMapping("/api/provider-scores/{id}/evidence")
  @Guarded(permission = "rating.read", audit = true)
  Page<EvidenceList.Line> evidence(@PathVariable UUID id, @Valid PageQuery query, @RequestParam Part part, @RequestParam(defaultValue = "false") boolean met) {
    var actor = current.get();
    var row = list.find(id, actor.scope()).orElseThrow(NotFound::new);
    return evidence.page(row, part, met, query, actor.scope());
  }

  record Named(@NotNull Part part, @NotNull UUID subject) {}

  record ObjectionRequest(@NotBlank @Size(min = 10, max = 1000) String words, @Nullable @Size(max = 200) List<@Valid @NotNull Named> subjects) {}

  @PostMapping("/api/provider-scores/{id}/objection")
  @Guarded(permission = "rating.object", audit = true)
  ScoreViews.ScoreView object(@PathVariable UUID id, @Valid @RequestBody ObjectionRequest body) {
    var named = body.subjects() == null ? List.<Objected>of() : body.subjects().stream().map(s -> new Objected(s.part(), s.subject())).distinct().toList();
    object.handle(id, body.words().strip(), named, current.get());
    return get(id);
  }

  record CorrectionRequest(@NotNull Part part, @NotNull UUID subject, @NotBlank @Size(min = 4, max = 500) String words) {}

  record DecisionRequest(@NotBlank @Size(min = 4, max = 1000) String words, @Nullable @Size(max = 200) List<@Valid @NotNull CorrectionRequest> corrections) {}

  /** Without corrections the score stands; with them it is computed anew, the old figure stays readable. */
  @PostMapping("/api/provider-scores/{id}/decision")
  @Guarded(permission = "rating.decide", audit = true)
  ScoreViews.ScoreView decide(@PathVariable UUID id, @Valid @RequestBody DecisionRequest body) {
    var corrections = body.corrections() == null ? List.<Correction>of() : body.corrections().stream().map(c -> new Correction(c.part(), c.subject(), c.words().strip())).toList();
    decide.handle(id, body.words().strip(), corrections, current.get());
    return get(id);
  }
}
