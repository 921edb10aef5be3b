package org.zhiyang.need.intake;

import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.need.intake.CareCaseCommands.Reached;
import org.zhiyang.need.intake.view.LoopBoard;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.testing.ZhiyangTest;

/** Prints what the board, the lists and a step cost with 100,000 cases and 2.6 million steps; run by hand: {@code mvn test -Dtest=MeasureLoop}. Changes nothing that stays. */
@ZhiyangTest
class MeasureLoop {
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired LoopBoard board;
  @Autowired CareCaseCommands commands;
  @Autowired Clock clock;

  @Test
  void measures() {
    transaction.executeWithoutResult(t -> {
      t.setRollbackOnly();
      load();
      explain("board, city", "select c.step, count(*), percentile_disc(0.5) within group (order by c.step_since), min(c.step_since), count(*) filter (where c.due_on < current_date) "
          + "from intake.care_case c where c.region_code >= '330500000000' and c.region_code < '330600000000' and c.closed_at is null group by c.step");
      explain("board, town", "select c.step, count(*), percentile_disc(0.5) within group (order by c.step_since), min(c.step_since), count(*) filter (where c.due_on < current_date) "
          + "from intake.care_case c where c.region_code >= '330502003000' and c.region_code < '330502004000' and c.closed_at is null group by c.step");
      explain("cases of a step, city", "select * from intake.care_case c where c.region_code >= '330500000000' and c.region_code < '330600000000' and c.step = 'VISITED' and c.closed_at is null "
          + "order by c.step_since, c.id limit 20");
      explain("overdue, county", "select * from intake.care_case c where c.region_code >= '330502000000' and c.region_code < '330503000000' and c.closed_at is null and c.due_on < current_date "
          + "order by c.due_on, c.id limit 20");
      var elder = jdbc.sql("select elder_id from intake.care_case order by opened_at desc limit 1").query(UUID.class).single();
      explain("timeline", "select * from intake.case_step s where s.elder_id = '" + elder + "' order by s.reached_at desc, s.id desc limit 20");
      time("conversion, city", () -> board.conversion("330500000000", null, new Scope.Everything(), java.time.LocalDate.now(clock).minusYears(1)));
      time("board, city, whole", () -> board.columns("330500000000", null, new Scope.Everything(), java.time.LocalDate.now(clock)));
      steps();
    });
  }

  private void load() {
    jdbc.sql("""
        insert into intake.care_case (id, elder_id, region_code, opened_at, own_done, ever_done, month, month_done, step, step_since, due_on)
        select uuidv7(), gen_random_uuid(), v.code, now() - (n % 300) * interval '1 day', 15, 15, date_trunc('month', now())::date, 0,
          (array['ORDERED','MATCHED','DISPATCHED','VISITED','VERIFIED','EVALUATED','SETTLED','PAID','FELT'])[1 + n % 9], now() - (n % 40) * interval '1 day', current_date - n % 40 + 10
        from generate_series(1, 100000) n join lateral (select '3305' || lpad((2 + n % 2)::text, 2, '0') || lpad((1 + n % 20)::text, 3, '0') || lpad((200 + n % 30)::text, 3, '0') as code) v on true""").update();
    jdbc.sql("""
        insert into intake.case_step (case_id, elder_id, month, step, kind, source, reached_at, acted_by, acted_role, acted_role_name, acted_name, on_behalf)
        select c.id, c.elder_id, case when s.n > 4 then (date_trunc('month', now()) - (s.n / 10) * interval '1 month')::date end, 
          (array['NEED','ASSESSED','ELIGIBLE','PLANNED','ORDERED','MATCHED','DISPATCHED','VISITED','VERIFIED'])[least(9, 1 + s.n % 9 + case when s.n > 4 then 4 else 0 end)],
          'REACHED', gen_random_uuid(), c.opened_at + s.n * interval '1 day', gen_random_uuid(), 'carer', '护理员', '某某', false
        from intake.care_case c cross join generate_series(0, 25) s (n) where c.step <> 'NEED'""").update();
    jdbc.sql("analyze intake.care_case").update();
    jdbc.sql("analyze intake.case_step").update();
  }

  private void steps() {
    var cases = jdbc.sql("select id from intake.care_case where step = 'ORDERED' limit 500").query(UUID.class).list();
    var month = YearMonth.now(clock);
    time("500 steps that do not move the case", () -> cases.forEach(id -> commands.reach(new CaseId(id), CaseStep.DISPATCHED, month, reached())));
    time("500 steps that move the case", () -> cases.forEach(id -> commands.reach(new CaseId(id), CaseStep.ORDERED, month, reached())));
  }

  private Reached reached() {
    return new Reached(Actor.PLATFORM, clock.instant(), null, null, UUID.randomUUID());
  }

  private void explain(String what, String sql) {
    var lines = jdbc.sql("explain (analyze, timing off, costs off) " + sql).query(String.class).list();
    System.out.println("== " + what + ": " + lines.getLast());
    lines.forEach(line -> System.out.println("   " + line));
  }

  private static void time(String what, Runnable work) {
    var from = System.nanoTime();
    work.run();
    System.out.println("== " + what + ": " + (System.nanoTime() - from) / 1_000_000 + " ms");
  }
}
