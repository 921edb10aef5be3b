package org.zhiyang.registry.elder;

import cn.idev.excel.FastExcel;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.PageQuery;

/** 老人名册 as a workbook: what the filters show, identifiers masked, in the list's order, with a line that says who took it, when and why. Written while it is read. */
@Component
class ElderExport {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final List<String> COLUMNS = List.of("编号", "姓名", "性别", "年龄", "证件号码", "电话", "区域", "能力等级", "等级有效期至", "人群标签", "状态", "最近联系");
  private static final Map<String, String> LEVELS = Map.of("INTACT", "能力完好", "MILD", "轻度失能", "MODERATE", "中度失能", "SEVERE", "重度失能", "COMPLETE", "完全失能");
  private static final int BATCH = 1_000;

  private final ElderList list;
  private final RegionQueries regions;

  ElderExport(ElderList list, RegionQueries regions) {
    this.list = list;
    this.regions = regions;
  }

  /** Returns how many elders were written. */
  @Transactional(readOnly = true)
  public long write(ElderList.Filter filter, PageQuery query, Actor by, String reason, LocalDate today, OffsetDateTime at, OutputStream to) {
    var mark = "导出人：" + by.displayName() + "（" + by.role().name() + "）　时间：" + at.format(MOMENT) + "　用途：" + reason + "　证件与电话已遮挡。仅供本次用途，不得外传。";
    var written = new long[1];
    try (var book = FastExcel.write(to).autoCloseStream(false).build(); var rows = list.stream(filter, query, by.scope(), today)) {
      var sheet = FastExcel.writerSheet("老人名册").build();
      book.write(List.of(List.of(mark), COLUMNS), sheet);
      var batch = new ArrayList<List<?>>(BATCH);
      rows.forEach(row -> {
        batch.add(line(row, today));
        written[0]++;
        if (batch.size() == BATCH) {
          book.write(batch, sheet);
          batch.clear();
        }
      });
      if (!batch.isEmpty()) book.write(batch, sheet);
    }
    return written[0];
  }

  private List<?> line(ElderList.Row row, LocalDate today) {
    var e = row.elder();
    return List.of(e.number(), e.name(), e.sex() == Sex.MALE ? "男" : "女", e.ageOn(today), row.maskedIdNumber(), text(row.maskedPhone()), regions.fullName(new RegionCode(e.regionCode())),
        e.level() == null ? "" : LEVELS.getOrDefault(e.level(), e.level()) + (e.hasExpiredLevelOn(today) ? "（已过期）" : ""), text(e.levelValidUntil()), e.tagsOn(today).stream().map(ElderTag::chinese).collect(Collectors.joining("、")),
        e.status().chinese(), text(row.lastContactOn()));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
