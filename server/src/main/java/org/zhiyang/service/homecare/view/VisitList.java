package org.zhiyang.service.homecare.view;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.Finding;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.store.Visits;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 上门记录: the list of visits and what stands behind one of them, as far as a scope reaches. */
@Component
public class VisitList {
  private static final Map<String, String> SORTABLE = Map.of("day", "v.day", "number", "v.number", "status", "v.status", "checkedInAt", "v.checked_in_at", "service", "v.service",
      "region", "v.region_code", "plannedFrom", "v.planned_from");
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  private final Visits visits;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  VisitList(Visits visits, JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.visits = visits;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** What is asked for; every part may be absent. {@code waiting} keeps what a person has to decide: abnormal ones and the sample;
   *  {@code flagged} those in which the rules found something, decided or not; {@code done} those that somebody came to and finished, whatever was decided; {@code standing} leaves out those whose day another visit of the order has now. */
  public record Filter(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable VisitStatus status, @Nullable VisitFlag flag, @Nullable UUID provider, @Nullable String region,
      @Nullable UUID elder, @Nullable UUID order, @Nullable UUID carer, boolean waiting, boolean flagged, boolean done, boolean standing) {}

  public Page<Visit> page(Filter filter, PageQuery query, Scope scope) {
    var where = new ListConditions("v", scope.on(Visits.SCOPE)).and("v.day >= :from", "from", filter.from()).and("v.day <= :to", "to", filter.to()).equal("status", filter.status())
        .and(":flag = any(v.flags)", "flag", filter.flag()).equal("provider_id", filter.provider()).equal("elder_id", filter.elder()).equal("order_id", filter.order())
        .and("v.id in (select c.visit_id from homecare.visit_carer c where c.carer_id = :carer and c.active)", "carer", filter.carer()).region(filter.region());
    if (filter.waiting()) where.and("(v.status = 'ABNORMAL' or (v.status = 'NORMAL' and v.sampled))");
    if (filter.done()) where.and("v.status in ('CHECKED_OUT', 'NORMAL', 'ABNORMAL', 'CONFIRMED', 'REJECTED')");
    if (filter.standing()) where.and("not (v.replaced and exists (select from homecare.visit o where o.order_id = v.order_id and o.day = v.day and not o.replaced))");
    if (filter.flagged()) where.and("cardinality(v.flags) > 0");
    var total = jdbc.sql("select count(*) from homecare.visit v where " + where.sql()).params(where.params()).query(Long.class).single();
    var rows = total == 0 ? List.<Visit>of() : jdbc.sql(Visits.SELECT + "where " + where.sql() + " order by " + query.orderBy(SORTABLE, "v.day desc, v.window_from", "v.id") + " limit :limit offset :offset")
        .params(where.params()).param("limit", query.limit()).param("offset", query.offset()).query(visits.rows()).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  /** One step of a visit's story. */
  public record Step(@Nullable VisitStatus from, VisitStatus to, Instant at, UUID by, String role, boolean onBehalf, @Nullable String reason) {}

  public List<Step> story(UUID visit) {
    return jdbc.sql("select from_status, to_status, at, by_account, by_role, on_behalf, reason from homecare.visit_step where visit_id = :visit order by id").param("visit", visit)
        .query((r, n) -> new Step(r.getString(1) == null ? null : VisitStatus.valueOf(r.getString(1)), VisitStatus.valueOf(r.getString(2)), r.getTimestamp(3).toInstant(),
            r.getObject(4, UUID.class), r.getString(5), r.getBoolean(6), r.getString(7))).list();
  }

  public List<Finding> findings(UUID visit) {
    return json.readValue(jdbc.sql("select findings from homecare.visit where id = :visit").param("visit", visit).query(String.class).single(), FINDINGS);
  }

  public record Rating(int stars, @Nullable String words, Instant ratedAt, String role, boolean onBehalf, boolean low) {}

  public Optional<Rating> rating(UUID visit) {
    return jdbc.sql("select stars, words, rated_at, by_role, on_behalf, low from homecare.rating where visit_id = :visit").param("visit", visit)
        .query((r, n) -> new Rating(r.getInt(1), r.getString(2), r.getTimestamp(3).toInstant(), r.getString(4), r.getBoolean(5), r.getBoolean(6))).optional();
  }
}
