package org.zhiyang.registry.facility;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.SqlCondition;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;

/** Lists of providers and facilities: public facts, the same for every reader; a region filter narrows them. */
@RestController
class FacilityController {
  private final Facilities facilities;
  private final RegionQueries regions;
  private final JdbcClient jdbc;
  private final Clock clock;

  FacilityController(Facilities facilities, RegionQueries regions, JdbcClient jdbc, Clock clock) {
    this.facilities = facilities;
    this.regions = regions;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record ProviderRow(UUID id, String name, String regionCode, String regionName, double lng, double lat, List<String> services, int visitsPerDay, Listing listing,
      java.math.@Nullable BigDecimal score, @Nullable String scoreMonth) {}

  record FacilityRow(UUID id, FacilityKind kind, String name, String regionCode, String regionName, double lng, double lat, @Nullable Integer beds,
      @Nullable Integer bedsTaken, @Nullable Integer stars) {}

  @GetMapping("/api/providers")
  @Guarded(permission = "facility.read")
  Page<ProviderRow> providers(@Valid PageQuery query, @RequestParam @Nullable String q, @RequestParam @Nullable String region, @RequestParam @Nullable String service,
      @RequestParam @Nullable Listing listing) {
    var where = new ListConditions("p", SqlCondition.ALL).containing("name", q).region(region).and(":service = any(p.services)", "service", service).equal("listing", listing);
    var total = jdbc.sql("select count(*) from facility.provider p where " + where.sql()).params(where.params()).query(Long.class).single();
    var order = query.orderBy(Map.of("name", "p.name", "score", "p.score", "region", "p.region_code"), "p.region_code, p.name", "p.id");
    var rows = jdbc.sql(Facilities.PROVIDER + " where " + where.sql() + " order by " + order + " limit :limit offset :offset").params(where.params())
        .param("limit", query.limit()).param("offset", query.offset()).query(Facilities::provider).list();
    return new Page<>(rows.stream().map(this::row).toList(), total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  @GetMapping("/api/providers/{id}")
  @Guarded(permission = "facility.read")
  ProviderRow provider(@PathVariable UUID id) {
    return row(facilities.findProvider(new ProviderId(id)).orElseThrow(NotFound::new));
  }

  /** {@code community=true}: all kinds but care homes. */
  @GetMapping("/api/facilities")
  @Guarded(permission = "facility.read")
  Page<FacilityRow> facilities(@Valid PageQuery query, @RequestParam @Nullable String q, @RequestParam @Nullable String region, @RequestParam @Nullable FacilityKind kind,
      @RequestParam(defaultValue = "false") boolean community) {
    var where = new ListConditions("p", SqlCondition.ALL).containing("name", q).region(region).equal("kind", kind);
    if (community) where.and("p.kind <> 'CARE_HOME'");
    var total = jdbc.sql("select count(*) from facility.facility p where " + where.sql()).params(where.params()).query(Long.class).single();
    var order = query.orderBy(Map.of("name", "p.name", "kind", "p.kind", "beds", "p.beds", "stars", "p.stars", "region", "p.region_code"), "p.region_code, p.kind", "p.id");
    var rows = jdbc.sql("select p.* from facility.facility p where " + where.sql() + " order by " + order + " limit :limit offset :offset").params(where.params())
        .param("limit", query.limit()).param("offset", query.offset())
        .query((r, n) -> new FacilityRow(r.getObject("id", UUID.class), FacilityKind.valueOf(r.getString("kind")), r.getString("name"), r.getString("region_code"),
            regions.fullName(new RegionCode(r.getString("region_code"))), r.getDouble("lng"), r.getDouble("lat"), r.getObject("beds", Integer.class), r.getObject("beds_taken", Integer.class),
            r.getObject("stars", Integer.class))).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  private ProviderRow row(Provider p) {
    return new ProviderRow(p.id().value(), p.name(), p.regionCode(), regions.fullName(new RegionCode(p.regionCode())), p.lng(), p.lat(), List.copyOf(p.services()), p.visitsPerDay(),
        p.listing(), p.score(), p.scoreMonth() == null ? null : p.scoreMonth().toString());
  }
}
