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

  private List<Row> rows(ListConditions where, String order, int limit, long offset) {
    return jdbc.sql("""
            select e.*, e.id_number_masked, e.phone_masked, e.last_contact_on from elder.elder e where\s""" + where.sql() + " order by " + order + " limit :limit offset :offset")
        .params(where.params()).param("limit", limit).param("offset", offset)
        .query(ElderList::row).list();
  }

  private ListConditions where(Filter filter, Scope scope, LocalDate today) {
    var where = new ListConditions("e", scope.on(Elders.SCOPE)).region(filter.region);
    if (filter.q != null && !filter.q.isBlank()) search(where, filter.q.strip());
    if (filter.level != null) {
      switch (filter.level) {
        case NONE -> where.and("e.ability_level is null");
        case VALID -> where.and("e.ability_valid_until >= :today", "today", today);
        case EXPIRED -> where.and("e.ability_valid_until < :today", "today", today);
        default -> where.equal("ability_level", filter.level);
      }
    }
    if (filter.tag != null) withTag(where, filter.tag, today);
    if (filter.ageFrom != null) where.and("e.birth_on <= :bornBy", "bornBy", today.minusYears(filter.ageFrom));
    if (filter.ageTo != null) where.and("e.birth_on > :bornAfter", "bornAfter", today.minusYears(filter.ageTo + 1L));
    return filter.status == null ? where.and("e.status not in ('MOVED', 'DECEASED')") : where.equal("status", filter.status);
  }

  private void search(ListConditions where, String q) {
    var text = q.toUpperCase(Locale.ROOT);
    if (text.matches("\\d{17}[\\dX]")) where.equal("id_number_index", index.of(BlindIndex.Kind.ID_NUMBER, text));
    else if (text.matches("1\\d{10}")) where.equal("phone_index", index.of(BlindIndex.Kind.PHONE, text));
    else if (text.matches("\\d+")) where.equal("number", text);
    else if (text.matches("[A-Z]+")) where.and("e.initials like :initials", "initials", text.toLowerCase(Locale.ROOT) + "%");
    else if (q.codePointCount(0, q.length()) == 1) where.and("e.name like :surname", "surname", ListConditions.literal(q) + "%"); // within names no index finds so short a text
    else where.containing("name", q);
  }

  private static void withTag(ListConditions where, ElderTag tag, LocalDate today) {
    switch (tag) {
      case LIVING_ALONE -> where.equal("living_situation", "ALONE");
      case EMPTY_NEST -> where.equal("living_situation", "EMPTY_NEST");
      case AGED_80_PLUS -> where.and("e.birth_on <= :tagBornBy", "tagBornBy", today.minusYears(80));
      case CENTENARIAN -> where.and("e.birth_on <= :tagBornBy", "tagBornBy", today.minusYears(100));
      case TEKUN, DIBAO, DIBAO_EDGE -> where.equal("economic_status", tag.name());
      case ABILITY_LOSS -> where.and("e.ability_level in ('MODERATE', 'SEVERE', 'COMPLETE')");
      case FAMILY_PLANNING_SPECIAL -> where.and("e.family_planning_special");
      case DISABILITY -> where.and("e.disability");
    }
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
