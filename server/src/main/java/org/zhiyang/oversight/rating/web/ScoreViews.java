package org.zhiyang.oversight.rating.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.oversight.rating.domain.MonthScore;
import org.zhiyang.oversight.rating.domain.ScoreStatus;
import org.zhiyang.oversight.rating.store.Objections;
import org.zhiyang.oversight.rating.store.Scores;
import org.zhiyang.oversight.rating.view.ScoreList;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.policy.RulingId;
import org.zhiyang.platform.policy.RulingStore;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.facility.ProviderId;

/** Puts together what the pages show of scores. */
@Component
class ScoreViews {
  private final ScoreList list;
  private final Scores scores;
  private final Objections objections;
  private final RulingStore rulings;
  private final FacilityQueries facilities;
  private final RegionQueries regions;
  private final Clock clock;

  ScoreViews(ScoreList list, Scores scores, Objections objections, RulingStore rulings, FacilityQueries facilities, RegionQueries regions, Clock clock) {
    this.list = list;
    this.scores = scores;
    this.objections = objections;
    this.rulings = rulings;
    this.facilities = facilities;
    this.regions = regions;
    this.clock = clock;
  }

  /** {@code mayObject}: the days for objection are not over. */
  record ScoreRow(UUID id, UUID providerId, String providerName, @Nullable String listing, String regionCode, String regionName, String month, String status, String statusName,
      BigDecimal points, boolean passed, int revision, LocalDate publishedOn, LocalDate objectionUntil, LocalDate publicUntil, @Nullable LocalDate finalOn, boolean mayObject) {}

  /** {@code percent} is null when there was nothing to judge by; {@code met} and {@code unmet} count the evidence. */
  record PartView(String part, String partName, int weight, int numerator, int denominator, @Nullable BigDecimal percent, int met, int unmet) {}

  record Revision(int n, OffsetDateTime computedAt, BigDecimal points, boolean passed, UUID rulingId, List<PartView> parts, List<String> explanation) {}

  record ObjectionItem(String part, String partName, UUID subject, boolean corrected, @Nullable String words) {}

  record Objection(UUID id, String words, OffsetDateTime filedAt, String filedBy, @Nullable Boolean upheld, @Nullable String decision, @Nullable OffsetDateTime decidedAt,
      @Nullable String decidedBy, List<ObjectionItem> items) {}

  /** Revisions oldest first: the last one holds. */
  record ScoreView(ScoreRow score, List<Revision> revisions, List<Objection> objections, List<ScoreRow> history) {}

  List<ScoreRow> rows(List<ScoreList.Row> rows) {
    var providers = facilities.listProviders(rows.stream().map(r -> new ProviderId(r.providerId())).distinct().toList());
    var today = LocalDate.now(clock);
    return rows.stream().map(r -> row(r, providers.get(new ProviderId(r.providerId())), today)).toList();
  }

  private ScoreRow row(ScoreList.Row r, @Nullable Provider provider, LocalDate today) {
    return new ScoreRow(r.id(), r.providerId(), provider == null ? "" : provider.name(), provider == null ? null : provider.listing().name(), r.regionCode(),
        regions.fullName(new RegionCode(r.regionCode())), r.month().toString(), r.status().name(), r.status().chinese(), r.points(), r.passed(), r.revision(), r.publishedOn(),
        r.objectionUntil(), r.publicUntil(), r.finalOn(), r.status() == ScoreStatus.PUBLISHED && !today.isAfter(r.objectionUntil()));
  }

  ScoreView view(ScoreList.Row row, Actor reader) {
    var revisions = list.revisions(row.id()).stream().map(r -> new Revision(r.n(), at(r.computedAt()), r.points(), r.passed(), r.rulingId(),
        scores.parts(row.id(), r.n()).stream().map(ScoreViews::part).toList(), explanation(r.rulingId()))).toList();
    return new ScoreView(rows(List.of(row)).getFirst(), revisions, objections.of(row.id()).stream().map(ScoreViews::objection).toList(),
        rows(list.history(row.providerId(), reader.scope(), 12)));
  }

  /** The score is in the reader's scope already; providers read the explanation of their own ruling. */
  private List<String> explanation(UUID ruling) {
    return rulings.find(new RulingId(ruling), new Scope.Everything()).orElseThrow().explanation();
  }

  private static PartView part(MonthScore.WeightedPart p) {
    var c = p.counted();
    return new PartView(c.part().name(), c.part().chinese(), p.weight(), c.numerator(), c.denominator(), c.percent(), c.met().size(), c.unmet().size());
  }

  private static Objection objection(Objections.Objection o) {
    return new Objection(o.id(), o.words(), at(o.filedAt()), o.filedBy(), o.upheld(), o.decision(), o.decidedAt() == null ? null : at(o.decidedAt()), o.decidedBy(),
        o.items().stream().map(i -> new ObjectionItem(i.part().name(), i.part().chinese(), i.subject(), i.corrected(), i.words())).toList());
  }

  private static OffsetDateTime at(OffsetDateTime moment) {
    return moment.atZoneSameInstant(BusinessClock.ZONE).toOffsetDateTime();
  }
}
