package org.zhiyang.registry.elder;

import com.fasterxml.uuid.Generators;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.Audit;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Page;
import org.zhiyang.platform.web.PageQuery;
import org.zhiyang.platform.web.Problems;

/** 老人名册 and 一人一页. */
@RestController
class ElderController {
  private static final Duration DISCLOSED_FOR = Duration.ofMinutes(5);
  private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String PHONE = "^$|1\\d{10}|0\\d{2,3}-?\\d{7,8}";

  private final ElderRegister register;
  private final Elders elders;
  private final ElderList list;
  private final ElderExport export;
  private final RegionQueries regions;
  private final CurrentActor current;
  private final Audit audit;
  private final Clock clock;

  ElderController(ElderRegister register, Elders elders, ElderList list, ElderExport export, RegionQueries regions, CurrentActor current, Audit audit, Clock clock) {
    this.register = register;
    this.elders = elders;
    this.list = list;
    this.export = export;
    this.regions = regions;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
  }

  record ElderRow(UUID id, String number, String name, Sex sex, int age, String maskedIdNumber, @Nullable String maskedPhone, @Nullable String level,
      @Nullable LocalDate levelValidUntil, boolean levelExpired, Set<ElderTag> tags, String regionCode, String regionName, ElderStatus status, @Nullable LocalDate lastContactOn, boolean synthetic) {}

  record Place(String code, String name) {}

  record Position(double lng, double lat) {}

  record ElderView(UUID id, long version, String number, String name, Sex sex, LocalDate birthOn, int age, String maskedIdNumber, @Nullable String maskedPhone,
      @Nullable String maskedAddress, String regionCode, List<Place> regionPath, @Nullable Position position, LivingSituation livingSituation, EconomicStatus economicStatus,
      Hukou hukou, boolean disability, boolean familyPlanningSpecial, Set<ElderTag> tags, @Nullable String level, @Nullable LocalDate levelValidUntil,
      boolean levelExpired, ElderStatus status, @Nullable LocalDate statusSince, @Nullable LocalDate lastContactOn, boolean synthetic) {}

  @GetMapping("/api/elders")
  @Guarded(permission = "elder.read", audit = true)
  Page<ElderRow> list(@Valid PageQuery query, @RequestParam @Nullable String q, @RequestParam @Nullable String region, @RequestParam ElderList.@Nullable LevelFilter level,
      @RequestParam @Nullable ElderTag tag, @RequestParam @Nullable Integer ageFrom, @RequestParam @Nullable Integer ageTo, @RequestParam @Nullable ElderStatus status) {
    var today = LocalDate.now(clock);
    return list.page(new ElderList.Filter(q, region, level, tag, ageFrom, ageTo, status), query, current.scope(), today).map(row -> row(row, today));
  }

  /** 导出: the rows the filters show, masked, as a workbook; {@code reason} says what for and stands in the audit trail and in the workbook. */
  @GetMapping("/api/elders/export")
  @Guarded(permission = "elder.export", audit = true)
  void export(@Valid PageQuery query, @RequestParam @Nullable String reason, @RequestParam @Nullable String q, @RequestParam @Nullable String region,
      @RequestParam ElderList.@Nullable LevelFilter level, @RequestParam @Nullable ElderTag tag, @RequestParam @Nullable Integer ageFrom, @RequestParam @Nullable Integer ageTo,
      @RequestParam @Nullable ElderStatus status, HttpServletResponse response) throws IOException {
    var why = reason == null ? "" : reason.strip();
    if (why.isEmpty()) throw new InvalidInput("reason", "required");
    if (why.codePointCount(0, why.length()) < 4 || why.length() > 200) throw new InvalidInput(List.of(new Problems.FieldError("reason", "size", Map.of("min", 4, "max", 200))));
    var actor = current.get();
    var filter = new ElderList.Filter(q, region, level, tag, ageFrom, ageTo, status);
    audit.write(new Audit.Entry(actor, "elder.export", "GET", "/api/elders/export", 200, "elder", null, why));
    response.setContentType(WORKBOOK);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("elders-" + LocalDate.now(clock) + ".xlsx").build().toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    export.write(filter, query, actor, why, LocalDate.now(clock), OffsetDateTime.now(clock), response.getOutputStream());
  }

  private ElderRow row(ElderList.Row row, LocalDate today) {
    var e = row.elder();
    return new ElderRow(e.id().value(), e.number(), e.name(), e.sex(), e.ageOn(today), row.maskedIdNumber(), row.maskedPhone(), e.level(), e.levelValidUntil(),
        e.hasExpiredLevelOn(today), e.tagsOn(today), e.regionCode(), regions.fullName(new RegionCode(e.regionCode())), e.status(), row.lastContactOn(), e.synthetic());
  }

  @GetMapping("/api/elders/{id}")
  @Guarded(permission = "elder.read", audit = true)
  ElderView read(@PathVariable UUID id) {
    var e = register.get(new ElderId(id), current.scope());
    var masked = elders.masked(e.id());
    var today = LocalDate.now(clock);
    var path = regions.path(new RegionCode(e.regionCode())).stream().map(region -> new Place(region.code().value(), region.name())).toList();
    var position = e.lng() == null || e.lat() == null ? null : new Position(e.lng(), e.lat());
    return new ElderView(id, e.version(), e.number(), e.name(), e.sex(), e.birthOn(), e.ageOn(today), masked.idNumber(), masked.phone(),
        masked.hasAddress() ? regions.fullName(new RegionCode(e.regionCode())) + " ****" : null, e.regionCode(), path, position, e.livingSituation(), e.economicStatus(), e.hukou(),
        e.disability(), e.familyPlanningSpecial(), e.tagsOn(today), e.level(), e.levelValidUntil(), e.hasExpiredLevelOn(today), e.status(), e.statusSince(), masked.lastContactOn(), e.synthetic());
  }

  record RegisterRequest(@NotBlank @Size(max = 60) String name, @NotBlank String idNumber, @Nullable @Pattern(regexp = PHONE) String phone, @Nullable @Size(max = 200) String address,
      @NotBlank @Pattern(regexp = "\\d{12}") String regionCode, @Nullable Double lng, @Nullable Double lat, @NotNull LivingSituation livingSituation,
      @NotNull EconomicStatus economicStatus, @NotNull Hukou hukou, boolean disability, boolean familyPlanningSpecial) {}

  record Registered(UUID id) {}

  /** 登记: birthday and sex are derived from the ID number. In the demo profile numbers of the synthetic range make synthetic records. */
  @PostMapping("/api/elders")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "elder.write", audit = true)
  Registered register(@Valid @RequestBody RegisterRequest body) {
    var number = ElderForm.idNumber(body.idNumber());
    var elder = new NewElder(Generators.timeBasedEpochGenerator().generate(), body.name().strip(), number.sex(), number.birthOn(), number.value(), blankToNull(body.phone()),
        blankToNull(body.address()), body.regionCode(), body.lng(), body.lat(), body.livingSituation(), body.economicStatus(), body.hukou(), body.disability(),
        body.familyPlanningSpecial(), null, null, number.synthetic());
    return new Registered(register.register(elder, current.get()).value());
  }

  record LookupRequest(@NotBlank String idNumber) {}

  record LookupAnswer(boolean known, @Nullable UUID id, @Nullable String maskedName, LocalDate birthOn, Sex sex, int age) {}

  /** Before typing a form: is this person known? The number travels in the body, so that no address or log holds it. */
  @PostMapping("/api/elders/lookups")
  @Guarded(permission = "need.capture", audit = true)
  LookupAnswer lookup(@Valid @RequestBody LookupRequest body) {
    var number = ElderForm.idNumber(body.idNumber());
    var age = java.time.Period.between(number.birthOn(), LocalDate.now(clock)).getYears();
    var known = elders.findByIdNumber(number.value());
    if (known.isEmpty() && age < ElderRegister.YOUNGEST) throw new ElderRefusal.TooYoung(age);
    var mine = known.flatMap(id -> register.find(id, current.scope()));
    return new LookupAnswer(known.isPresent(), mine.map(e -> e.id().value()).orElse(null), mine.map(e -> Masking.name(e.name())).orElse(null), number.birthOn(), number.sex(), age);
  }

  record CorrectRequest(long version, @NotBlank @Size(max = 60) String name, @Nullable @Pattern(regexp = PHONE) String phone, @Nullable @Size(max = 200) String address,
      @NotBlank @Pattern(regexp = "\\d{12}") String regionCode, @Nullable Double lng, @Nullable Double lat, @NotNull LivingSituation livingSituation,
      @NotNull EconomicStatus economicStatus, @NotNull Hukou hukou, boolean disability, boolean familyPlanningSpecial, @NotBlank @Size(max = 500) String reason) {}

  @PutMapping("/api/elders/{id}")
  @Guarded(permission = "elder.write", audit = true)
  ElderView correct(@PathVariable UUID id, @Valid @RequestBody CorrectRequest body) {
    register.correct(new ElderId(id), new Elders.Correction(body.version(), body.name().strip(), blankToNull(body.phone()), blankToNull(body.address()), body.regionCode(), body.lng(),
        body.lat(), body.livingSituation(), body.economicStatus(), body.hukou(), body.disability(), body.familyPlanningSpecial()), body.reason(), current.get());
    return read(id);
  }

  /** @param version of the record the page showed; @param takeBack a death that was recorded stands wrongly: without it nobody comes to life again */
  record StatusRequest(long version, @NotNull ElderStatus status, @NotNull LocalDate since, @NotBlank @Size(max = 500) String reason, @Nullable Boolean takeBack) {}

  @PostMapping("/api/elders/{id}/status")
  @Guarded(permission = "elder.write", audit = true)
  ElderView status(@PathVariable UUID id, @Valid @RequestBody StatusRequest body) {
    register.changeStatus(new ElderId(id), body.version(), new StatusChanges.Change(body.status(), body.since(), body.reason(), Boolean.TRUE.equals(body.takeBack())), current.get());
    return read(id);
  }

  record DisclosureRequest(@NotNull Elders.Disclosable field, @NotBlank @Size(min = 2, max = 200) String reason) {}

  record Disclosure(@Nullable String value, OffsetDateTime until) {}

  /** Opens one masked field for five minutes; who opened what and why stands in the audit trail and in the person's record. */
  @PostMapping("/api/elders/{id}/disclosures")
  @Guarded(permission = "elder.disclose", audit = true)
  Disclosure disclose(@PathVariable UUID id, @Valid @RequestBody DisclosureRequest body) {
    var elder = register.get(new ElderId(id), current.scope());
    var detail = elders.disclose(elder.id(), body.field());
    var value = detail != null && body.field() == Elders.Disclosable.address ? regions.fullName(new RegionCode(elder.regionCode())) + detail : detail;
    audit.write(new Audit.Entry(current.get(), "elder.disclose", "POST", "/api/elders/" + id + "/disclosures", 200, "elder", id, body.field().chinese + "：" + body.reason()));
    elders.noteChange(elder.id(), current.get().accountId(), clock.instant(), "disclosed " + body.field().name(), body.reason());
    return new Disclosure(value, OffsetDateTime.now().plus(DISCLOSED_FOR));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
