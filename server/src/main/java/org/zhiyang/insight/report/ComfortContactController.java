package org.zhiyang.insight.report;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.zhiyang.insight.report.ComfortContacts.Reached;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.city.CityProfile;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.CsvDownload;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;

/** 独居老人精神慰藉接触: elder by elder, area by area, and as a file. {@code month}: the present one when not given. */
@RestController
class ComfortContactController {
  private static final List<String> HEAD = List.of("月份", "姓名", "年龄", "村社", "接触次数", "本月最近一次");
  private static final int BATCH = 500;

  private final ComfortContacts contacts;
  private final ElderQueries elders;
  private final RegionQueries regions;
  private final CityProfile city;
  private final CurrentActor current;
  private final Clock clock;

  ComfortContactController(ComfortContacts contacts, ElderQueries elders, RegionQueries regions, CityProfile city, CurrentActor current, Clock clock) {
    this.contacts = contacts;
    this.elders = elders;
    this.regions = regions;
    this.city = city;
    this.current = current;
    this.clock = clock;
  }

  record Row(UUID id, String name, int age, String regionCode, String regionName, int contacts, @Nullable LocalDate lastOn) {}

  /** {@code reached=NONE}: only those nobody came to. */
  @GetMapping("/api/reports/comfort-contacts")
  @Guarded(permission = "report.read", audit = true)
  Page<Row> list(@Valid PageQuery query, @RequestParam @Nullable YearMonth month, @RequestParam @Nullable String region, @RequestParam @Nullable Reached reached) {
    var page = contacts.page(new ComfortContacts.Filter(month(month), region, reached), query, current.scope());
    return page.with(shown(page.items()));
  }

  record Area(String regionCode, String regionName, long livingAlone, long reached, long contacts) {}

  record Areas(String month, String regionCode, String regionName, List<Area> areas) {}

  @GetMapping("/api/reports/comfort-contacts/areas")
  @Guarded(permission = "report.read")
  Areas areas(@RequestParam @Nullable YearMonth month, @RequestParam @Nullable String region) {
    var actor = current.get();
    var area = region == null || region.isBlank() ? actor.regionCode() == null ? city.code() : actor.regionCode() : region;
    if (!RegionCode.isWellFormed(area) || !regions.exists(area) || actor.scope() instanceof Scope.Region mine && !mine.contains(area)) throw new InvalidInput("region", "unknown-region");
    var rows = contacts.areas(month(month), area, actor.scope()).stream().map(a -> new Area(a.regionCode(), name(a.regionCode()), a.livingAlone(), a.reached(), a.contacts())).toList();
    return new Areas(month(month).toString(), area, name(area), rows);
  }

  @GetMapping("/api/reports/comfort-contacts/export")
  @Guarded(permission = "report.read", audit = true)
  ResponseEntity<StreamingResponseBody> export(@RequestParam @Nullable YearMonth month, @RequestParam @Nullable String region, @RequestParam @Nullable Reached reached) {
    var scope = current.scope();
    var filter = new ComfortContacts.Filter(month(month), region, reached);
    return CsvDownload.of("独居老人精神慰藉接触-" + filter.month(), HEAD, out -> {
      var some = new ArrayList<ComfortContacts.Row>(BATCH);
      Runnable flush = () -> {
        shown(some).forEach(r -> out.accept(Arrays.asList(filter.month(), r.name(), r.age(), r.regionName(), r.contacts(), r.lastOn())));
        some.clear();
      };
      contacts.forEach(filter, scope, row -> {
        some.add(row);
        if (some.size() == BATCH) flush.run();
      });
      flush.run();
    });
  }

  private List<Row> shown(List<ComfortContacts.Row> rows) {
    var people = elders.list(rows.stream().map(r -> new ElderId(r.elder())).toList());
    var today = LocalDate.now(clock);
    return rows.stream().filter(r -> people.containsKey(new ElderId(r.elder()))).map(r -> {
      var elder = people.get(new ElderId(r.elder()));
      return new Row(r.elder(), elder.name(), elder.ageOn(today), r.regionCode(), regions.fullName(new RegionCode(r.regionCode())), r.contacts(), r.lastOn());
    }).toList();
  }

  private YearMonth month(@Nullable YearMonth asked) {
    return asked == null ? YearMonth.now(clock) : asked;
  }

  private String name(String code) {
    return regions.find(new RegionCode(code)).map(r -> r.name()).orElse(code);
  }
}
