package org.zhiyang.service.homecare.view;

import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Role;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.workbench.WorkFigure;
import org.zhiyang.platform.workbench.WorkItem;
import org.zhiyang.platform.workbench.WorkSource;
import org.zhiyang.service.homecare.store.Orders;
import org.zhiyang.service.homecare.store.Visits;

/** What waits in home care: questions to the provider, visits nobody was sent to yet or a refused carer still is, orders nobody takes, visits a person has to decide, what a carer found different from usual. */
@Component
class HomecareWork implements WorkSource {
  private static final Duration CONCERN_SHOWN = Duration.ofDays(2);

  private final JdbcClient jdbc;
  private final Clock clock;

  HomecareWork(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<WorkItem> tasksFor(Actor actor, int most) {
    var work = new ArrayList<WorkItem>();
    if (actor.may("order.answer") && actor.organizationId() != null) work.addAll(offers(actor.organizationId(), most));
    if (actor.may("dispatch.write")) {
      work.addAll(withoutCarer(actor));
      work.addAll(withRefusedCarer(actor, most));
    }
    if (hearsOfConcerns(actor)) work.addAll(concerns(actor, most));
    if (actor.may("order.assign")) work.addAll(unmatched(actor, most));
    if (actor.may("visit.decide") && actor.role().reach() == Role.Reach.REGION && !actor.may("callback.do")) work.addAll(undecided(actor, most));
    return work;
  }

  private List<WorkItem> offers(UUID provider, int most) {
    return jdbc.sql("""
            select o.id, o.number, f.offered_at, f.expires_at, f.n from homecare.offer f join homecare.service_order o on o.id = f.order_id
            where f.provider_id = :provider and f.status = 'OPEN' order by f.expires_at limit :most""").param("provider", provider).param("most", most)
        .query((r, n) -> item("offer:" + r.getObject(1, UUID.class) + ":" + r.getInt(5), "工单待答复", "工单 " + number(r.getLong(2)), r.getTimestamp(3).toInstant(),
            LocalDate.ofInstant(r.getTimestamp(4).toInstant(), BusinessClock.ZONE), "/console/service/orders/" + r.getObject(1, UUID.class))).list();
  }

  /** Of today and tomorrow: later days are planned at night. */
  private List<WorkItem> withoutCarer(Actor actor) {
    var mine = actor.scope().on(Visits.SCOPE);
    var today = LocalDate.now(clock);
    return jdbc.sql("select v.day, count(*), min(v.status_since) from homecare.visit v where v.day in (:days) and v.status = 'PLANNED' and " + mine.sql() + " group by v.day order by v.day")
        .param("days", List.of(Date.valueOf(today), Date.valueOf(today.plusDays(1)))).params(mine.params())
        .query((r, n) -> {
          var day = r.getObject(1, LocalDate.class);
          return item("undispatched:" + day, "上门还没有派人", (day.equals(today) ? "今天 " : "明天 ") + day + "，" + r.getLong(2) + " 单", r.getTimestamp(3).toInstant(), day, "/console/service/dispatch?day=" + day);
        }).list();
  }

  /** What a hand fixed stays through every plan, also the night's, which nobody reads; whoever is refused stands there until another is sent. */
  private List<WorkItem> withRefusedCarer(Actor actor, int most) {
    var mine = actor.scope().on(Visits.SCOPE);
    return jdbc.sql("""
            select v.day, count(*), min(w.said_at) from homecare.carer_wish w join homecare.visit v on v.elder_id = w.elder_id
            where w.kind = 'REFUSED' and w.ended_at is null and v.status = 'ASSIGNED' and v.day >= :today
              and exists (select from homecare.visit_carer c where c.visit_id = v.id and c.carer_id = w.carer_id and c.active) and\s""" + mine.sql() + " group by v.day order by v.day limit :most")
        .param("today", Date.valueOf(LocalDate.now(clock))).params(mine.params()).param("most", most)
        .query((r, n) -> item("refused:" + r.getObject(1, LocalDate.class), "派的是老人不要的护理员，请换人", r.getObject(1, LocalDate.class) + "，" + r.getLong(2) + " 单", r.getTimestamp(3).toInstant(),
            r.getObject(1, LocalDate.class), "/console/service/dispatch?day=" + r.getObject(1, LocalDate.class))).list();
  }

  /** The provider, the village and the town: who arranges the visits of these elders, without judging them. */
  private static boolean hearsOfConcerns(Actor actor) {
    return actor.may("visit.cancel") && !actor.may("visit.decide");
  }

  /** What a carer found different from usual stands here for two days: nobody can tick it off, so it must not pile up. */
  private List<WorkItem> concerns(Actor actor, int most) {
    var mine = actor.scope().on(Visits.SCOPE);
    return jdbc.sql("""
            select e.id, e.visit_id, e.body ->> 'text', v.day, v.service_name, e.received_at from homecare.visit_event e join homecare.visit v on v.id = e.visit_id
            where e.kind = 'CONCERN' and e.received_at > :since and """ + " " + mine.sql() + " order by e.received_at desc limit :most")
        .param("since", OffsetDateTime.ofInstant(clock.instant().minus(CONCERN_SHOWN), BusinessClock.ZONE)).params(mine.params()).param("most", most)
        .query((r, n) -> item("concern:" + r.getObject(1, UUID.class), "护理员报告：和平时不一样", r.getString(3) + " · " + r.getObject(4, LocalDate.class) + " " + r.getString(5),
            r.getTimestamp(6).toInstant(), null, "/console/service/visits/" + r.getObject(2, UUID.class))).list();
  }

  private List<WorkItem> unmatched(Actor actor, int most) {
    var mine = actor.scope().on(Orders.SCOPE);
    return jdbc.sql("select o.id, o.number, o.status_since from homecare.service_order o where o.status = 'UNMATCHED' and " + mine.sql() + " order by o.status_since limit :most")
        .params(mine.params()).param("most", most)
        .query((r, n) -> item("order:" + r.getObject(1, UUID.class), "工单无人可接，待指定服务商", "工单 " + number(r.getLong(2)), r.getTimestamp(3).toInstant(), null,
            "/console/service/orders/" + r.getObject(1, UUID.class))).list();
  }

  private List<WorkItem> undecided(Actor actor, int most) {
    var mine = actor.scope().on(Visits.SCOPE);
    return jdbc.sql("select v.id, v.service_name, v.day, v.status_since from homecare.visit v where v.status = 'ABNORMAL' and " + mine.sql() + " order by v.status_since limit :most")
        .params(mine.params()).param("most", most)
        .query((r, n) -> item("visit:" + r.getObject(1, UUID.class), "异常上门待判定", r.getObject(3, LocalDate.class) + " " + r.getString(2), r.getTimestamp(4).toInstant(), null,
            "/console/service/visits/" + r.getObject(1, UUID.class))).list();
  }

  @Override
  public List<WorkFigure> figuresFor(Actor actor) {
    if (!actor.may("visit.read") || actor.role().reach() == Role.Reach.PEOPLE || actor.role().reach() == Role.Reach.CARER) return List.of();
    var today = LocalDate.now(clock);
    return List.of(new WorkFigure("visits-today", "今日上门", visitsOn(actor, today), "次", visitsOn(actor, today.minusDays(1)), "/console/service/visits?from=" + today + "&to=" + today));
  }

  private long visitsOn(Actor actor, LocalDate day) {
    var mine = actor.scope().on(Visits.SCOPE);
    return jdbc.sql("select count(*) from homecare.visit v where v.day = :day and v.status <> 'CANCELLED' and " + mine.sql()).param("day", Date.valueOf(day)).params(mine.params())
        .query(Long.class).single();
  }

  private static WorkItem item(String key, String title, String subject, Instant since, @Nullable LocalDate due, String path) {
    return new WorkItem(key, "service", title, subject, OffsetDateTime.ofInstant(since, BusinessClock.ZONE), due, path);
  }

  private static String number(long number) {
    return "GD%08d".formatted(number);
  }
}
