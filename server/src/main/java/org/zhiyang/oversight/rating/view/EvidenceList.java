package org.zhiyang.oversight.rating.view;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.oversight.rating.domain.Part;
import org.zhiyang.oversight.rating.store.Scores;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderProfile;
import org.zhiyang.registry.elder.ElderQueries;
import org.zhiyang.registry.elder.Masking;
import org.zhiyang.service.homecare.HomecareQueries;
import org.zhiyang.service.homecare.VisitFacts;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitId;

/** The visits (or complaints) behind a part's figures, as they stand today. Names are masked: this is about the provider. */
@Component
public class EvidenceList {
  private final Scores scores;
  private final HomecareQueries homecare;
  private final ElderQueries elders;
  private final RegionQueries regions;
  private final Clock clock;

  EvidenceList(Scores scores, HomecareQueries homecare, ElderQueries elders, RegionQueries regions, Clock clock) {
    this.scores = scores;
    this.homecare = homecare;
    this.elders = elders;
    this.regions = regions;
    this.clock = clock;
  }

  /** One piece of evidence: {@code kind} VISIT or COMPLAINT; visit fields are null for complaints and for visits the reader may not see. */
  public record Line(String kind, UUID id, @Nullable LocalDate day, @Nullable String elderName, @Nullable String regionName, @Nullable String service, @Nullable String status,
      @Nullable OffsetDateTime plannedFrom, @Nullable OffsetDateTime checkedInAt, List<String> flagNames) {}

  public Page<Line> page(ScoreList.Row score, Part part, boolean met, PageQuery query, Scope scope) {
    var ids = scores.parts(score.id(), score.revision()).stream().filter(p -> p.counted().part() == part).map(p -> met ? p.counted().met() : p.counted().unmet()).findFirst().orElse(List.of());
    var shown = ids.stream().skip(query.offset()).limit(query.limit()).toList();
    List<Line> lines;
    if (part == Part.COMPLAINTS) {
      lines = shown.stream().map(id -> new Line("COMPLAINT", id, null, null, null, null, null, null, null, List.of())).toList();
    } else {
      var visits = shown.stream().map(id -> homecare.findVisit(new VisitId(id), scope)).flatMap(Optional::stream).toList();
      var people = elders.list(visits.stream().map(VisitFacts::elder).distinct().toList());
      var byId = visits.stream().collect(java.util.stream.Collectors.toMap(v -> v.id().value(), v -> v));
      lines = shown.stream().map(id -> byId.containsKey(id) ? line(byId.get(id), people) : new Line("VISIT", id, null, null, null, null, null, null, null, List.of())).toList();
    }
    return new Page<>(lines, ids.size(), query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  private Line line(VisitFacts v, Map<ElderId, ElderProfile> people) {
    var elder = people.get(v.elder());
    return new Line("VISIT", v.id().value(), v.day(), elder == null ? null : Masking.name(elder.name()), regions.fullName(new RegionCode(v.regionCode())), v.service(), v.status().name(),
        at(v.plannedFrom()), at(v.checkedInAt()), v.flags().stream().sorted().map(VisitFlag::chinese).toList());
  }

  private static @Nullable OffsetDateTime at(java.time.@Nullable Instant moment) {
    return moment == null ? null : moment.atZone(BusinessClock.ZONE).toOffsetDateTime();
  }
}
