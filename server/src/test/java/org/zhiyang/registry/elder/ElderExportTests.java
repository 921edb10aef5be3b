package org.zhiyang.registry.elder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.idev.excel.FastExcel;
import java.io.ByteArrayOutputStream;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.access.Role;
import org.zhiyang.platform.city.CityProfile;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

@ZhiyangTest
class ElderExportTests {
  @Autowired Api api;
  @Autowired java.time.Clock clock;
  @Autowired ElderExport export;
  @Autowired CityProfile city;
  @Autowired JdbcClient jdbc;

  @Test
  void theWorkbookHoldsWhatTheFiltersShowMaskedUnderALineThatSaysWhoTookItAndWhy() {
    var officer = new Actor(UUID.randomUUID(), "测试员", new Role("city_officer", "市民政", Role.Reach.REGION, Set.of("elder.export"), 1, "/", List.of(), new org.zhiyang.platform.access.Tie(org.zhiyang.platform.access.Tie.Kind.REGION, List.of(2)), Set.of()), city.code(), null, null, Set.of());
    var filter = new ElderList.Filter(null, null, null, ElderTag.AGED_80_PLUS, null, null, null);
    var shown = api.as("city_officer").get("/api/elders?size=1&tag=AGED_80_PLUS").body().path("total").asLong();
    var file = new ByteArrayOutputStream();

    var written = export.write(filter, new PageQuery(null, null, null), officer, "核对高龄津贴名单", LocalDate.now(clock), OffsetDateTime.now(), file);

    List<Map<Integer, String>> rows = FastExcel.read(new ByteArrayInputStream(file.toByteArray())).headRowNumber(0).sheet().doReadSync();
    assertThat(written).isEqualTo(shown);
    assertThat(rows).hasSize((int) shown + 2);
    assertThat(rows.getFirst().get(0)).contains("测试员", "核对高龄津贴名单");
    assertThat(rows.get(2).get(4)).contains("***").hasSize(18);
  }

  @Test
  void anExportNeedsAReasonAndThePermissionAndLeavesItsTrace() {
    var before = traces();

    assertThat(api.as("city_officer").get("/api/elders/export").body().path("errors").path(0).path("code").asString()).isEqualTo("required");
    assertThat(api.as("city_officer").get("/api/elders/export?reason=%E7%9C%8B").body().path("errors").path(0).path("code").asString()).isEqualTo("size");
    assertThat(api.as("village_worker").get("/api/elders/export?reason=aaaa").status()).isEqualTo(403);
    var answer = api.as("city_officer").get("/api/elders/export?tag=CENTENARIAN&reason=%E6%A0%B8%E5%AF%B9%E7%99%BE%E5%B2%81%E8%80%81%E4%BA%BA");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    assertThat(traces()).isEqualTo(before + 1);
  }

  @Test
  void anAnswerThatIsStreamedLeavesTheTraceOfItsEndpointToo() {
    var sql = "select count(*) from access.audit where path = '/api/loop/export' and status = 200 and account_id = :who";
    var officer = UUID.fromString(api.as("county_officer").get("/api/session").body().path("accountId").asString());
    var before = jdbc.sql(sql).param("who", officer).query(Long.class).single();

    assertThat(api.as("county_officer").get("/api/loop/export").status()).isEqualTo(200);

    org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(jdbc.sql(sql).param("who", officer).query(Long.class).single()).isEqualTo(before + 1));
  }

  private long traces() {
    return jdbc.sql("select count(*) from access.audit where permission = 'elder.export' and detail is not null and detail like '%核对百岁%'").query(Long.class).single();
  }
}
