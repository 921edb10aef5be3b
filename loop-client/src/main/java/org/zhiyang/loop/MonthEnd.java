package org.zhiyang.loop;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The month's end: scores become final, statements are frozen, reviewed, approved by the city and paid by the bank; then every elder says how it was and the case is closed. */
final class MonthEnd {
  private final Cast cast;
  private final Crowd crowd;
  private final CityClock clock;
  private final List<Walker> walkers;
  private final YearMonth month;

  MonthEnd(Cast cast, Crowd crowd, CityClock clock, List<Walker> walkers, YearMonth month) {
    this.cast = cast;
    this.crowd = crowd;
    this.clock = clock;
    this.walkers = walkers;
    this.month = month;
  }

  void toClosedCases() {
    // Scored on the 3rd; objection and publicity last some days.
    clock.goTo(month.plusMonths(1).atDay(3), LocalTime.of(8, 0));
    clock.goTo(month.plusMonths(1).atDay(15), LocalTime.of(8, 0));
    var served = new TreeSet<String>();
    walkers.forEach(w -> served.add(cast.county.get("查上门记录", "/api/visits/" + w.visit).required("visit").required("provider").required("id").asString()));
    crowd.act("结算单", served, this::settle);
    crowd.act("拨付", List.of(month), ofMonth -> pay());
    crowd.act("效果反馈与结案", walkers, this::feelAndClose);
  }

  private void settle(String provider) {
    var list = "/api/statements?month=" + month + "&provider=" + provider;
    Waiting.until("the final score of a provider", Waiting.NEWS, () -> LoopWalk.first(cast.county.get("查服务商评分", "/api/provider-scores?status=FINAL&month=" + month + "&provider=" + provider)));
    var row = Waiting.until("a statement", Waiting.NEWS, () -> LoopWalk.first(cast.countyFinance.get("查结算单", list)));
    var path = "/api/statements/" + row.path("id").asString();
    if (row.path("state").asString().equals("DRAFT")) {
      cast.countyFinance.post("重算结算单", path + "/recomputation", Map.of());
      var draft = cast.countyFinance.get("查结算单", path);
      cast.countyFinance.post("冻结结算单", path + "/freezing", Map.of("digest", draft.path("digest").asString()));
    }
    if (cast.countyFinance.get("查结算单", path).path("state").asString().equals("FROZEN")) cast.countyFinance.post("复核结算单", path + "/review", Map.of("note", "核对无误"));
  }

  private void pay() {
    var batch = "/api/payment-batches/" + cast.countyFinance.post("生成付款批次", "/api/payment-batches", Map.of()).path("id").asString();
    var until = LocalDate.parse(cast.countyFinance.get("查付款批次", batch).path("publicityUntil").asString());
    clock.goTo(until.plusDays(1), LocalTime.of(9, 0));
    cast.cityFinance.post("审批付款批次", batch + "/approval", Map.of());
    clock.goTo(until.plusDays(1), LocalTime.of(10, 0));
    cast.cityFinance.post("生成付款文件", batch + "/file", Map.of());
    var file = cast.cityFinance.text("取付款文件", batch + "/file");
    cast.cityFinance.post("导入银行回盘", batch + "/returns", Map.of("content", bankSays(file)));
  }

  /** A bank that pays every line (contract: docs/contracts/bank-file.md). */
  private static String bankSays(String file) {
    var answer = new ArrayList<String>(List.of("batch,line,state,reason"));
    for (var line : file.split("\r\n")) {
      var fields = line.split(",");
      if (fields.length > 1 && fields[1].matches("\\d+")) answer.add(fields[0] + "," + fields[1] + ",paid,");
    }
    return String.join("\r\n", answer) + "\r\n";
  }

  private void feelAndClose(Walker w) {
    cast.county.post("服务评价", "/api/visits/" + w.visit + "/rating", Map.of("stars", w.stars(), "words", w.stars() > 3 ? "服务周到" : "来晚了，也没有打招呼"));
    Waiting.until("the last step of a case", Waiting.NEWS, () -> {
      var phases = cast.county.get("查案件", "/api/cases/" + w.careCase);
      var done = new TreeSet<String>();
      phases.path("transitions").forEach(t -> done.add(t.path("step").asString()));
      return done.containsAll(Set.of("EVALUATED", "SETTLED", "PAID", "FELT")) ? Optional.of(phases) : Optional.<JsonNode>empty();
    });
    var closed = cast.county.post("结案", "/api/cases/" + w.careCase + "/closure", Map.of("closure", "COMPLETED", "words", "本月服务已完成"));
    if (!closed.required("careCase").path("closedAt").isString()) throw new IllegalStateException("not closed: " + closed.path("careCase"));
  }
}
