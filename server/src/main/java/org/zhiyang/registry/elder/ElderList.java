package org.zhiyang.registry.elder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.Scope.Region;
import org.zhiyang.platform.crypto.BlindIndex;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** 老人名册: finds by name, pinyin initials, whole ID number, whole phone number or register number; filters by village, level, tag and age. */
@Component
class ElderList {
  private static final Map<String, String> SORTABLE = Map.of("name", "e.name", "age", "!e.birth_on", "region", "e.region_code", "level", "e.ability_level",
      "lastContactOn", "e.last_contact_on", "number", "e.number");

  private final JdbcClient jdbc;
  private final BlindIndex index;
  private final Clock clock;

  ElderList(JdbcClient jdbc, BlindIndex index, Clock clock) {
    this.jdbc = jdbc;
    this.index = index;
    this.clock = clock;
  }

  /** What is asked for; every part may be absent. Ages are full years, both ends included. */
  /** A level by its name in {@code AbilityLevel}, which the register keeps as text; NONE: no level is known. */
  /** A level, the last one known; or whether there is one: VALID and EXPIRED by its last day, NONE where nobody ever assessed. */
  enum LevelFilter { NONE, VALID, EXPIRED, INTACT, MILD, MODERATE, SEVERE, COMPLETE }

  record Filter(@Nullable String q, @Nullable String region, @Nullable LevelFilter level, @Nullable ElderTag tag, @Nullable Integer ageFrom, @Nullable Integer ageTo, @Nullable ElderStatus status) {}

  record Row(ElderProfile elder, String maskedIdNumber, @Nullable String maskedPhone, @Nullable LocalDate lastContactOn) {}

  Page<Row> page(Filter filter, PageQuery query, Scope scope, LocalDate today) {
    var where = where(filter, scope, today);
    var total = jdbc.sql("select count(*) from elder.elder e where " + where.sql()).params(where.params()).query(Long.class).single();
    var rows = total == 0 ? List.<Row>of() : rows(where, query.orderBy(SORTABLE, "e.region_code, e.name", "e.id"), query.limit(), query.offset());
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  private List<Row> rows(Where where, String order, int limit, long offset) {
    return jdbc.sql("""
            select e.*, e.id_number_masked, e.phone_masked, e.last_contact_on from elder.elder e where\s""" + where.sql() + " order by " + order + " limit :limit offset :offset")
        .params(where.params()).param("limit", limit).param("offset", offset)
        .query(ElderList::row).list();
  }

  private record Where(String sql, Map<String, Object> params) {}

  private Where where(Filter filter, Scope scope, LocalDate today) {
    var parts = new ArrayList<String>();
    var params = new HashMap<String, Object>();
    var mine = scope.on(Elders.SCOPE);
    parts.add(mine.sql());
    params.putAll(mine.params());
    if (filter.q != null && !filter.q.isBlank()) parts.add(search(filter.q.strip(), params));
    if (filter.region != null && !filter.region.isBlank()) {
      if (!filter.region.matches("\\d{12}")) throw new InvalidInput("region", "pattern");
      var region = Region.below(filter.region);
      parts.add("e.region_code >= :regionFrom and e.region_code < :regionTo");
      params.put("regionFrom", region.from());
      params.put("regionTo", region.to());
    }
    if (filter.level != null) {
      parts.add(switch (filter.level) {
        case NONE -> "e.ability_level is null";
        case VALID -> "e.ability_valid_until >= :today";
        case EXPIRED -> "e.ability_valid_until < :today";
        default -> "e.ability_level = :level";
      });
      params.put("level", filter.level.name());
      params.put("today", java.sql.Date.valueOf(today));
    }
    if (filter.tag != null) parts.add(condition(filter.tag, today, params));
    if (filter.ageFrom != null) {
      parts.add("e.birth_on <= :bornBy");
      params.put("bornBy", java.sql.Date.valueOf(today.minusYears(filter.ageFrom)));
    }
    if (filter.ageTo != null) {
      parts.add("e.birth_on > :bornAfter");
      params.put("bornAfter", java.sql.Date.valueOf(today.minusYears(filter.ageTo + 1L)));
    }
    parts.add(filter.status == null ? "e.status not in ('MOVED', 'DECEASED')" : "e.status = :status");
    if (filter.status != null) params.put("status", filter.status.name());
    return new Where(String.join(" and ", parts), params);
  }

  private String search(String q, Map<String, Object> params) {
    var text = q.toUpperCase(Locale.ROOT);
    if (text.matches("\\d{17}[\\dX]")) {
      params.put("qIndex", index.of(BlindIndex.Kind.ID_NUMBER, text));
      return "e.id_number_index = :qIndex";
    }
    if (text.matches("1\\d{10}")) {
      params.put("qIndex", index.of(BlindIndex.Kind.PHONE, text));
      return "e.phone_index = :qIndex";
    }
    if (text.matches("\\d+")) {
      params.put("q", text);
      return "e.number = :q";
    }
    if (text.matches("[A-Z]+")) {
      params.put("q", text.toLowerCase(Locale.ROOT) + "%");
      return "e.initials like :q";
    }
    // One character is a surname: within names no index finds so short a text.
    params.put("q", (q.codePointCount(0, q.length()) == 1 ? "" : "%") + ListConditions.literal(q) + "%");
    return "e.name like :q";
  }

  private static String condition(ElderTag tag, LocalDate today, Map<String, Object> params) {
    return switch (tag) {
      case LIVING_ALONE -> "e.living_situation = 'ALONE'";
      case EMPTY_NEST -> "e.living_situation = 'EMPTY_NEST'";
      case AGED_80_PLUS -> bornBy(80, today, params);
      case CENTENARIAN -> bornBy(100, today, params);
      case TEKUN, DIBAO, DIBAO_EDGE -> "e.economic_status = '" + tag.name() + "'";
      case ABILITY_LOSS -> "e.ability_level in ('MODERATE', 'SEVERE', 'COMPLETE')";
      case FAMILY_PLANNING_SPECIAL -> "e.family_planning_special";
      case DISABILITY -> "e.disability";
    };
  }

  private static String bornBy(int age, LocalDate today, Map<String, Object> params) {
    params.put("tagBornBy", java.sql.Date.valueOf(today.minusYears(age)));
    return "e.birth_on <= :tagBornBy";
  }

  /** Every row in the list's order, read in pieces; to be closed, inside a transaction. */
  Stream<Row> stream(Filter filter, PageQuery query, Scope scope, LocalDate today) {
    var where = where(filter, scope, today);
    return jdbc.sql("select e.* from elder.elder e where " + where.sql() + " order by " + query.orderBy(SORTABLE, "e.region_code, e.name", "e.id"))
        .params(where.params()).withFetchSize(1_000).query(ElderList::row).stream();
  }

  private static Row row(ResultSet r, int n) throws SQLException {
    return new Row(Elders.profile(r, n), r.getString("id_number_masked"), r.getString("phone_masked"), r.getObject("last_contact_on", LocalDate.class));
  }
}
