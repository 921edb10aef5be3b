package org.zhiyang.oversight.rating.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.oversight.rating.domain.Improvement.Cause;
import org.zhiyang.oversight.rating.domain.ImprovementStatus;
import org.zhiyang.oversight.rating.usecase.ImprovementDesk;
import org.zhiyang.oversight.rating.view.ImprovementList;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.Masking;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.ProviderId;

/** 整改任务. */
@RestController
class ImprovementController {
  private final ImprovementList list;
  private final ImprovementDesk desk;
  private final ElderQueries elders;
  private final FacilityQueries facilities;
  private final RegionQueries regions;
  private final CurrentActor current;
  private final Clock clock;

  ImprovementController(ImprovementList list, ImprovementDesk desk, ElderQueries elders, FacilityQueries facilities, RegionQueries regions, CurrentActor current, Clock clock) {
    this.list = list;
    this.desk = desk;
    this.elders = elders;
    this.facilities = facilities;
    this.regions = regions;
    this.current = current;
    this.clock = clock;
  }

  /** The elder's name is masked for the provider: it shall improve, not ask who complained. */
  record ImprovementRow(UUID id, String number, String cause, String causeName, @Nullable UUID visitId, @Nullable UUID scoreId, @Nullable UUID elderId, @Nullable String elderName,
      @Nullable Integer stars, UUID providerId, String providerName, String regionCode, String regionName, String status, String statusName, OffsetDateTime openedAt, LocalDate dueOn,
      boolean overdue, @Nullable String measures, @Nullable LocalDate doneOn, @Nullable OffsetDateTime answeredAt, @Nullable OffsetDateTime closedAt) {}

  record Step(OffsetDateTime at, String by, @Nullable String fromName, String to, String toName, @Nullable String words) {}

  record ImprovementView(ImprovementRow improvement, List<Step> steps) {}

  @GetMapping("/api/improvements")
  @Guarded(permission = "improvement.read")
  Page<ImprovementRow> list(@Valid PageQuery query, @RequestParam @Nullable ImprovementStatus status, @RequestParam @Nullable Cause cause, @RequestParam @Nullable String region,
      @RequestParam @Nullable UUID provider, @RequestParam @Nullable UUID elder, @RequestParam(defaultValue = "false") boolean overdue) {
    var page = list.page(new ImprovementList.Filter(status, cause, region, provider, elder, overdue), query, current.scope());
    return page.with(rows(page.items()));
  }

  @GetMapping("/api/improvements/{id}")
  @Guarded(permission = "improvement.read", audit = true)
  ImprovementView get(@PathVariable UUID id) {
    var row = list.find(id, current.scope()).orElseThrow(NotFound::new);
    return new ImprovementView(rows(List.of(row)).getFirst(), list.steps(id).stream()
        .map(s -> new Step(s.at(), s.by(), s.from() == null ? null : s.from().chinese(), s.to().name(), s.to().chinese(), s.words())).toList());
  }

  record AnswerRequest(@NotBlank @Size(min = 10, max = 1000) String measures, @NotNull LocalDate doneOn) {}

  @PostMapping("/api/improvements/{id}/answer")
  @Guarded(permission = "improvement.do", audit = true)
  ImprovementView answer(@PathVariable UUID id, @Valid @RequestBody AnswerRequest body) {
    desk.answer(id, body.measures().strip(), body.doneOn(), current.get());
    return get(id);
  }

  record CheckRequest(@NotNull Boolean accepted, @NotBlank @Size(min = 4, max = 1000) String words) {}

  @PostMapping("/api/improvements/{id}/check")
  @Guarded(permission = "improvement.check", audit = true)
  ImprovementView check(@PathVariable UUID id, @Valid @RequestBody CheckRequest body) {
    desk.check(id, body.accepted(), body.words().strip(), current.get());
    return get(id);
  }

  record ClosingRequest(@NotBlank @Size(min = 4, max = 1000) String words) {}

  /** The elder was told: how, and what they said. */
  @PostMapping("/api/improvements/{id}/closing")
  @Guarded(permission = "improvement.check", audit = true)
  ImprovementView close(@PathVariable UUID id, @Valid @RequestBody ClosingRequest body) {
    desk.close(id, body.words().strip(), current.get());
    return get(id);
  }

  private List<ImprovementRow> rows(List<ImprovementList.Row> rows) {
    var masked = current.get().organizationId() != null;
    var people = elders.list(rows.stream().map(ImprovementList.Row::elderId).filter(Objects::nonNull).distinct().map(ElderId::new).toList());
    var providers = facilities.listProviders(rows.stream().map(r -> new ProviderId(r.providerId())).distinct().toList());
    var today = LocalDate.now(clock);
    return rows.stream().map(r -> {
      var elder = r.elderId() == null ? null : people.get(new ElderId(r.elderId()));
      var provider = providers.get(new ProviderId(r.providerId()));
      return new ImprovementRow(r.id(), "ZG%08d".formatted(r.number()), r.cause().name(), r.cause().chinese(), r.visitId(), r.scoreId(), r.elderId(),
          elder == null ? null : masked ? Masking.name(elder.name()) : elder.name(), r.stars(), r.providerId(), provider == null ? "" : provider.name(), r.regionCode(),
          regions.fullName(new RegionCode(r.regionCode())), r.status().name(), r.status().chinese(), r.openedAt(), r.dueOn(),
          r.status() == ImprovementStatus.OPEN && r.dueOn().isBefore(today), r.measures(), r.doneOn(), r.answeredAt(), r.closedAt());
    }).toList();
  }
}
