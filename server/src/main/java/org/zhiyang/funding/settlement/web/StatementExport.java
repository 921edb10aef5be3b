package org.zhiyang.funding.settlement.web;

import cn.idev.excel.FastExcel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.zhiyang.funding.settlement.domain.Line;
import org.zhiyang.funding.settlement.store.Statements;
import org.zhiyang.funding.settlement.view.StatementLines;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;

/** A statement as a workbook or as comma-separated values, line by line from the database; every export is in the audit trail. Holds no names of elders. */
@RestController
class StatementExport {
  private static final List<String> HEAD = List.of("行号", "类别", "服务日期", "服务项目", "数量", "价格（分）", "权益支付（分）", "消费补贴（分）", "老人自付（分）", "绩效扣留（分）", "应付（分）", "上门编号", "老人编号", "证据摘要（SM3）",
      "更正原明细", "说明");
  private static final int ROWS_AT_ONCE = 500;

  private final Statements statements;
  private final StatementLines lines;
  private final Shown shown;
  private final CurrentActor current;
  private final TransactionTemplate reading;

  StatementExport(Statements statements, StatementLines lines, Shown shown, CurrentActor current, PlatformTransactionManager transactions) {
    this.statements = statements;
    this.lines = lines;
    this.shown = shown;
    this.current = current;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  @GetMapping("/api/statements/{id}/export")
  @Guarded(permission = "settlement.read", audit = true)
  ResponseEntity<StreamingResponseBody> export(@PathVariable UUID id, @RequestParam(defaultValue = "xlsx") String format) {
    if (!format.equals("xlsx") && !format.equals("csv")) throw new InvalidInput("format", "unknown-value");
    var statement = statements.find(id, current.scope()).orElseThrow(NotFound::new);
    var name = "结算单-" + shown.provider(statement.provider()) + "-" + statement.month() + "." + format;
    StreamingResponseBody body = out -> reading.executeWithoutResult(t -> {
      if (format.equals("csv")) csv(id, out);
      else workbook(id, statement.month().toString(), out);
    });
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
        .header(HttpHeaders.CONTENT_TYPE, format.equals("csv") ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").body(body);
  }

  private void workbook(UUID id, String title, OutputStream out) {
    try (var writer = FastExcel.write(out).autoCloseStream(false).build()) {
      var sheet = FastExcel.writerSheet(title).head(HEAD.stream().map(List::of).toList()).build();
      var some = new ArrayList<List<@Nullable Object>>();
      lines.forEach(id, line -> {
        some.add(cells(line));
        if (some.size() == ROWS_AT_ONCE) {
          writer.write(List.copyOf(some), sheet);
          some.clear();
        }
      });
      writer.write(List.copyOf(some), sheet);
    }
  }

  /** With a byte order mark, for spreadsheets that would guess another encoding. */
  private void csv(UUID id, OutputStream out) {
    try {
      out.write(("\uFEFF" + String.join(",", HEAD) + "\r\n").getBytes(StandardCharsets.UTF_8));
      lines.forEach(id, line -> {
        try {
          out.write((cells(line).stream().map(StatementExport::field).collect(Collectors.joining(",")) + "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
          throw new UncheckedIOException(gone);
        }
      });
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static List<@Nullable Object> cells(Line l) {
    var money = l.amounts();
    return Arrays.asList(l.number(), l.kind().chinese(), l.day() == null ? "" : l.day().toString(), l.serviceName(), l.units(), money.priceFen(), money.publicFen(), money.voucherFen(),
        money.elderFen(), money.withheldFen(), money.payableFen(), text(l.visit()), text(l.elder()), text(l.evidenceDigest()), text(l.original()), text(l.reason()));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String field(@Nullable Object value) {
    var text = text(value);
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
