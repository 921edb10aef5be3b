package org.zhiyang.insight.report;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** 精神慰藉接触 (M270): how often somebody came to talk to each elder who lives alone, in one month; those nobody came to stand there with 0. */
@Component
class ComfortContacts {
  private static final Map<String, String> SORTABLE = Map.of("contacts", "contacts", "lastOn", "last_on", "region", "region_code", "age", "!birth_on");
  private static final ScopeColumns SCOPE = ScopeColumns.regionAndElder("region_code", "id");
  private static final int[] DIGITS = {0, 2, 4, 6, 9, 12};
  private static final String CONTACTS = """
      (select e.id, e.region_code, e.birth_on, coalesce(c.contacts, 0) as contacts, c.last_on from elder.v_living_alone e left join (
        select elder_id, count(*)::int as contacts, max(day) as last_on from homecare.v_contact where service = any(:services) and day >= :from and day < :to group by elder_id) c on c.elder_id = e.id) u""";

  private final JdbcClient jdbc;
  private final Parameters parameters;
  private final Clock clock;

  ComfortContacts(JdbcClient jdbc, Parameters parameters, Clock clock) {
    this.jdbc = jdbc;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** Whether anybody came. */
  enum Reached { NONE, SOME }

  record Filter(YearMonth month, @Nullable String region, @Nullable Reached reached) {}

  /** @param lastOn day of the month's last contact, null without any */
  record Row(UUID elder, String regionCode, LocalDate birthOn, int contacts, @Nullable LocalDate lastOn) {}

  /** One area: elders who live alone, those somebody came to, and all contacts together. */
  record Area(String regionCode, long livingAlone, long reached, long contacts) {}

  /** Fewest contacts first. */
  Page<Row> page(Filter filter, PageQuery query, Scope scope) {
    var where = where(filter, scope);
    var total = jdbc.sql("select count(*) from " + CONTACTS + " where " + where.sql()).params(where.params()).query(Long.class).single();
    var rows = total == 0 ? List.<Row>of() : jdbc.sql("select u.* from " + CONTACTS + " where " + where.sql() + " order by " + query.orderBy(SORTABLE, "contacts, region_code", "id") + " limit :limit offset :offset")
        .params(where.params()).param("limit", query.limit()).param("offset", query.offset()).query(ComfortContacts::row).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  /** By the areas one level below {@code region}; a village is its own only area. */
  List<Area> areas(YearMonth month, String region, Scope scope) {
    var where = where(new Filter(month, region, null), scope);
    return jdbc.sql("select rpad(left(region_code, :digits), 12, '0') as area, count(*), count(*) filter (where contacts > 0), sum(contacts) from " + CONTACTS + " where " + where.sql() + " group by 1 order by 1")
        .params(where.params()).param("digits", DIGITS[Math.min(5, new RegionCode(region).level() + 1)])
        .query((r, n) -> new Area(r.getString(1), r.getLong(2), r.getLong(3), r.getLong(4))).list();
  }

  /** All that the filter shows, area by area. */
  @Transactional(readOnly = true)
  public void forEach(Filter filter, Scope scope, Consumer<Row> each) {
    var where = where(filter, scope);
    try (var rows = jdbc.sql("select u.* from " + CONTACTS + " where " + where.sql() + " order by region_code, contacts, id").params(where.params()).withFetchSize(500).query(ComfortContacts::row).stream()) {
      rows.forEach(each);
    }
  }

  private ListConditions where(Filter filter, Scope scope) {
    var today = LocalDate.now(clock);
    var services = parameters.get(ReportParameters.CONTACT_SERVICES, Parameters.NATIONAL, today, today).value();
    var where = new ListConditions(scope.on(SCOPE)).region(filter.region()).and("true", "services", services.codes().toArray(String[]::new)).and("true", "from", Date.valueOf(filter.month().atDay(1)))
        .and("true", "to", Date.valueOf(filter.month().plusMonths(1).atDay(1)));
    return filter.reached() == null ? where : where.and(filter.reached() == Reached.NONE ? "contacts = 0" : "contacts > 0", "reached", true);
  }

  private static Row row(ResultSet r, int n) throws SQLException {
    return new Row(r.getObject("id", UUID.class), r.getString("region_code"), r.getObject("birth_on", LocalDate.class), r.getInt("contacts"), r.getObject("last_on", LocalDate.class));
  }
}
