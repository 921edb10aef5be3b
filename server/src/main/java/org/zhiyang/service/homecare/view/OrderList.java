package org.zhiyang.service.homecare.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.ListConditions;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.service.homecare.domain.ServiceOrder.Status;
import org.zhiyang.service.homecare.store.Orders;

/** 服务工单: the list of orders, as far as a scope reaches. */
@Component
public class OrderList {
  private static final Map<String, String> SORTABLE = Map.of("number", "o.number", "orderedAt", "o.ordered_at", "statusSince", "o.status_since", "service", "o.service", "status", "o.status",
      "region", "o.region_code", "expiresAt", "f.expires_at");

  private final JdbcClient jdbc;
  private final Clock clock;

  OrderList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is asked for; every part may be absent. {@code asked} keeps the orders this provider is being asked about. */
  public record Filter(@Nullable Status status, @Nullable String service, @Nullable String region, @Nullable UUID provider, @Nullable UUID elder, @Nullable UUID asked) {}

  /** @param offer the question that is open, null when none is */
  public record Row(UUID id, long number, UUID elder, String regionCode, String service, List<Integer> weekdays, int units, LocalTime windowFrom, LocalTime windowTo, LocalDate from,
      @Nullable LocalDate to, @Nullable UUID provider, Status status, Instant statusSince, Instant orderedAt, @Nullable String unmatchedReason, @Nullable OpenOffer offer) {}

  public record OpenOffer(int n, UUID provider, Instant expiresAt) {}

  public Page<Row> page(Filter filter, PageQuery query, Scope scope) {
    var where = new ListConditions("o", scope.on(Orders.SCOPE)).equal("status", filter.status()).equal("service", filter.service()).equal("provider_id", filter.provider())
        .equal("elder_id", filter.elder()).and("f.provider_id = :asked", "asked", filter.asked()).region(filter.region());
    var from = " from homecare.service_order o left join homecare.offer f on f.order_id = o.id and f.status = 'OPEN' where " + where.sql();
    var total = jdbc.sql("select count(*)" + from).params(where.params()).query(Long.class).single();
    var rows = total == 0 ? List.<Row>of() : jdbc.sql("select o.*, f.n, f.provider_id as asked_provider, f.expires_at" + from + " order by "
            + query.orderBy(SORTABLE, "o.ordered_at desc", "o.id") + " limit :limit offset :offset").params(where.params()).param("limit", query.limit()).param("offset", query.offset())
        .query(OrderList::read).list();
    return new Page<>(rows, total, query.number(), query.limit(), OffsetDateTime.now(clock));
  }

  private static Row read(ResultSet r, int n) throws SQLException {
    var offer = r.getObject("n", Integer.class);
    return new Row(r.getObject("id", UUID.class), r.getLong("number"), r.getObject("elder_id", UUID.class), r.getString("region_code"), r.getString("service"),
        Arrays.asList((Integer[]) r.getArray("weekdays").getArray()), r.getInt("units"), r.getObject("window_from", LocalTime.class), r.getObject("window_to", LocalTime.class),
        r.getObject("from_on", LocalDate.class), r.getObject("to_on", LocalDate.class), r.getObject("provider_id", UUID.class), Status.valueOf(r.getString("status")),
        r.getTimestamp("status_since").toInstant(), r.getTimestamp("ordered_at").toInstant(), r.getString("unmatched_reason"),
        offer == null ? null : new OpenOffer(offer, r.getObject("asked_provider", UUID.class), r.getTimestamp("expires_at").toInstant()));
  }
}
