package org.zhiyang.registry.workforce;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.facility.FacilityQueries;
import org.zhiyang.registry.facility.Provider;
import org.zhiyang.registry.facility.ProviderId;

/** Lists of care workers and assessors. */
@RestController
class WorkforceController {
  private static final String AT_WORK = "(c.left_on is null or c.left_on > :today)";
  private static final String LEFT = "c.left_on <= :today and c.left_on >= :today::date - " + Leaving.DAYS_TO_TAKE_BACK;

  private final JdbcClient jdbc;
  private final FacilityQueries facilities;
  private final RegionQueries regions;
  private final CurrentActor current;
  private final Clock clock;

  WorkforceController(JdbcClient jdbc, FacilityQueries facilities, RegionQueries regions, CurrentActor current, Clock clock) {
    this.jdbc = jdbc;
    this.facilities = facilities;
    this.regions = regions;
    this.current = current;
    this.clock = clock;
  }

  record CarerRow(UUID id, String name, String sex, UUID providerId, @Nullable String providerName, String regionCode, String regionName, List<String> skills, boolean partTime, TravelMode travelMode, @Nullable Integer certificateLevel, @Nullable LocalDate certificateLastDay,
      @Nullable String maskedPhone, @Nullable LocalDate leavesOn) {
    private CarerRow of(@Nullable Provider provider) {
      return new CarerRow(id, name, sex, providerId, provider == null ? null : provider.name(), regionCode, regionName, skills, partTime, travelMode, certificateLevel, certificateLastDay, maskedPhone, leavesOn);
    }
  }

  /** {@code leavesOn}: first day without work, written down already; who has left stands here no more. {@code left=true}: instead those who have left and may still be taken back ({@link Leaving}). {@code certified=true}: only who holds a certificate valid today. */
  @GetMapping("/api/carers")
  @Guarded(permission = "workforce.read", audit = true)
  Page<CarerRow> carers(@Valid PageQuery query, @RequestParam @Nullable String q, @RequestParam @Nullable UUID provider, @RequestParam @Nullable String skill,
      @RequestParam @Nullable String region, @RequestParam(defaultValue = "false") boolean certified, @RequestParam(defaultValue = "false") boolean left) {
    var where = new ListConditions("c", current.scope().on(Workforce.SCOPE)).and("c.active and " + (left ? LEFT : AT_WORK), "today", LocalDate.now(clock))
        .containing("name", q).equal("provider_id", provider).and(":skill = any(c.skills)", "skill", skill).region(region);
    if (certified) where.and("exists (select from workforce.certificate t where t.carer_id = c.id and t.during @> :today::date)");
    var total = jdbc.sql("select count(*) from workforce.carer c where " + where.sql()).params(where.params()).query(Long.class).single();
    var order = query.orderBy(Map.of("name", "c.name", "certificateLevel", "t.level", "certificateLastDay", "t.last_day"), "c.name", "c.id");
    var rows = jdbc.sql("""
            select c.id, c.name, c.sex, c.provider_id, c.skills, c.part_time, t.level, t.last_day, c.phone_masked, c.region_code, c.travel_mode, c.left_on from workforce.carer c
            left join workforce.certificate t on t.carer_id = c.id and t.during @> :today::date where\s""" + where.sql() + " order by " + order + " limit :limit offset :offset")
        .params(where.params()).param("limit", query.limit()).param("offset", query.offset())
        .query((r, n) -> new CarerRow(r.getObject(1, UUID.class), r.getString(2), r.getString(3), r.getObject(4, UUID.class), null, r.getString(10),
            regions.fullName(new RegionCode(r.getString(10))), Arrays.asList((String[]) r.getArray(5).getArray()),
            r.getBoolean(6), TravelMode.valueOf(r.getString(11)), r.getObject(7, Integer.class), r.getObject(8, LocalDate.class), r.getString(9), r.getObject(12, LocalDate.class))).list();
    var providers = facilities.listProviders(rows.stream().map(row -> new ProviderId(row.providerId())).distinct().toList());
    return new Page<>(rows.stream().map(row -> row.of(providers.get(new ProviderId(row.providerId())))).toList(), total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }
}
