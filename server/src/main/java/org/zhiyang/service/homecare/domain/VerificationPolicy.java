package org.zhiyang.service.homecare.domain;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhiyang.platform.clock.Minutes;
import org.zhiyang.platform.policy.Ruling;
import org.zhiyang.platform.policy.Source;
import org.zhiyang.platform.region.Distance;
import org.zhiyang.platform.region.Position;
import org.zhiyang.service.homecare.VisitFlag;

/** Looks at a finished visit and says what is not as it should be: one named rule per flag; a visit without a finding is normal. Never blocks anything: whatever is found waits for a person.
 *  Source: mission map M258 (效能监管) and M275; figures in profiles/national/parameters/verification-*.yaml. Local times are those of China. */
public final class VerificationPolicy {
  public static final String RULE = "homecare.verification";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Source SOURCE = Source.assumption("效能监管：签到地点、时间、照片规则核验每次上门，异常由人工判定；数值见 verification-* 参数");

  private VerificationPolicy() {}

  private static final List<BiFunction<VisitSeen, VerificationFigures, Optional<Finding>>> RULES = List.of(
      VerificationPolicy::outsidePlace, VerificationPolicy::noPosition, VerificationPolicy::unexplained, VerificationPolicy::tooShort, VerificationPolicy::lateOrEarly, VerificationPolicy::overlap,
      VerificationPolicy::impossibleTravel, VerificationPolicy::tooFrequent, VerificationPolicy::backfilled, VerificationPolicy::batchSigned, VerificationPolicy::samePhoto,
      VerificationPolicy::elderAbsent, VerificationPolicy::certificateExpired, VerificationPolicy::otherCarer, VerificationPolicy::proofMissing, VerificationPolicy::wasCancelled);

  public static Ruling<List<Finding>> apply(VisitSeen seen, VerificationFigures figures) {
    var findings = new ArrayList<Finding>();
    RULES.forEach(rule -> rule.apply(seen, figures).ifPresent(findings::add));
    var trace = Ruling.by(RULE, 3).source(SOURCE).fact("service", seen.visit().service()).fact("day", seen.visit().day().toString());
    seen.proof().checkIn().ifPresent(e -> trace.fact("checkedInAt", e.at().toString()));
    seen.proof().checkOut().ifPresent(e -> trace.fact("checkedOutAt", e.at().toString()));
    trace.fact("sameServiceThatDay", seen.sameServiceThatDay()).fact("signedTogether", seen.signedTogether()).fact("reusedPhotos", seen.reusedDigests().size()).fact("photosGivenTwice", seen.proof().fieldsWithOnePhoto().size()).fact("elderAbsent", seen.elderAbsent()).fact("wasCancelled", seen.cancelledFor() != null);
    figures.all().forEach(trace::parameter);
    if (findings.isEmpty()) trace.because("各项规则均未发现异常。");
    findings.forEach(f -> trace.because(f.flag().chinese() + "：" + f.sentence()));
    return trace.decide(List.copyOf(findings));
  }

  /** Further from the elder's home than the radius plus the reading's own inaccuracy (as far as it counts); or a card that is not the elder's. Looked at for each carer who came:
   *  who was there earlier does not cover a colleague's check-in far away. */
  static Optional<Finding> outsidePlace(VisitSeen seen, VerificationFigures f) {
    return seen.proof().checkIns().stream().flatMap(in -> outsidePlace(in, seen, f).stream()).findFirst();
  }

  private static Optional<Finding> outsidePlace(VisitEvent in, VisitSeen seen, VerificationFigures f) {
    if (Boolean.FALSE.equals(in.cardValid())) return found(VisitFlag.OUTSIDE_PLACE, "outside-place", "签到时扫的不是这位老人的有效老人码。");
    var fix = in.position();
    if (fix == null || seen.homeLng() == null || seen.homeLat() == null) return Optional.empty();
    var meters = Math.round(new Position(seen.homeLng(), seen.homeLat()).metersTo(new Position(fix.lng(), fix.lat())));
    var allowed = f.radiusM().value() + Math.min(fix.accuracyM() == null ? 0 : Math.round(fix.accuracyM()), f.accuracyCapM().value());
    return meters <= allowed ? Optional.empty() : found(VisitFlag.OUTSIDE_PLACE, "outside-place", "签到位置距老人住处 %s，允许 %s。".formatted(Distance.inWords(meters), Distance.inWords(allowed)));
  }

  /** Neither a position nor a card shows that somebody was there; what the carer said of it is for the person who decides. */
  static Optional<Finding> noPosition(VisitSeen seen, VerificationFigures f) {
    if (!isWithoutPosition(seen.proof())) return Optional.empty();
    var reason = seen.proof().reasonWithoutPosition();
    var said = (reason == null ? "没有写原因" : "原因：" + reason) + (seen.proof().hasCheckInPhoto() ? "；有签到照片。" : "；没有签到照片。");
    return found(VisitFlag.NO_POSITION, "no-position", "签到时没有定位，也没有扫老人码；" + said);
  }

  /** Without a position the carer's page asks for a reason and a photo; who gave neither has nothing that speaks for having been there. */
  static Optional<Finding> unexplained(VisitSeen seen, VerificationFigures f) {
    var proof = seen.proof();
    if (!isWithoutPosition(proof) || proof.reasonWithoutPosition() != null || proof.hasCheckInPhoto()) return Optional.empty();
    return found(VisitFlag.UNEXPLAINED, "unexplained", "签到时没有定位，既没有写原因，也没有拍照片。");
  }

  private static boolean isWithoutPosition(VisitProof proof) {
    return proof.checkIn().filter(in -> in.position() == null && in.cardValid() == null).isPresent();
  }

  /** Stayed shorter than the share of the planned time; services that are not billed by time have no length. */
  static Optional<Finding> tooShort(VisitSeen seen, VerificationFigures f) {
    if (!seen.visit().timed() || seen.proof().checkIn().isEmpty() || seen.proof().checkOut().isEmpty()) return Optional.empty();
    var minutes = Duration.between(seen.proof().checkIn().get().at(), seen.proof().checkOut().get().at()).toSeconds() / 60.0;
    var least = f.minimumDurationShare().value().doubleValue() * seen.visit().durationMinutes();
    return minutes >= least ? Optional.empty()
        : found(VisitFlag.TOO_SHORT, "too-short", "实际服务 %s，计划 %s，至少应有 %s。".formatted(Minutes.inWords((long) minutes), Minutes.inWords(seen.visit().durationMinutes()), Minutes.inWords((long) Math.ceil(least))));
  }

  /** Checked in before the agreed start or after the latest, by more than the tolerance: against the assigned start if there is one, else against the window. */
  static Optional<Finding> lateOrEarly(VisitSeen seen, VerificationFigures f) {
    if (seen.proof().checkIn().isEmpty()) return Optional.empty();
    var at = seen.proof().checkIn().get().at();
    var visit = seen.visit();
    var earliest = visit.plannedFrom() != null ? visit.plannedFrom() : visit.windowStart(ZONE);
    var latest = visit.plannedFrom() != null ? visit.plannedFrom() : visit.windowEnd(ZONE);
    var tolerance = f.punctualityMinutes().value();
    if (at.isBefore(earliest.minus(tolerance, MINUTES)))
      return found(VisitFlag.LATE_OR_EARLY, "late-or-early", "比约定时间早到 %s，允许 %s。".formatted(Minutes.inWords(MINUTES.between(at, earliest)), Minutes.inWords(tolerance)));
    if (at.isAfter(latest.plus(tolerance, MINUTES)))
      return found(VisitFlag.LATE_OR_EARLY, "late-or-early", "比约定时间晚到 %s，允许 %s。".formatted(Minutes.inWords(MINUTES.between(latest, at)), Minutes.inWords(tolerance)));
    return Optional.empty();
  }

  /** A carer's stays at two homes overlap. */
  static Optional<Finding> overlap(VisitSeen seen, VerificationFigures f) {
    return stay(seen).flatMap(stay -> seen.neighbors().stream().filter(n -> n.in().isBefore(stay.out()) && stay.in().isBefore(n.out())).findFirst()
        .flatMap(n -> found(VisitFlag.OVERLAP, "overlap", "同一护理员 %s—%s 还在另一位老人家中。".formatted(time(n.in()), time(n.out())))));
  }

  /** Between two homes faster than anybody travels, or with less than the least gap between two stays at different homes. */
  static Optional<Finding> impossibleTravel(VisitSeen seen, VerificationFigures f) {
    var stay = stay(seen);
    if (stay.isEmpty()) return Optional.empty();
    for (var n : seen.neighbors()) {
      var after = !n.in().isBefore(stay.get().out());
      var before = !stay.get().in().isBefore(n.out());
      if (!after && !before) continue;
      var seconds = after ? Duration.between(stay.get().out(), n.in()).toSeconds() : Duration.between(n.out(), stay.get().in()).toSeconds();
      var meters = meters(seen, n);
      if (meters > f.radiusM().value() && seconds < f.sameCarerGapMinutes().value() * 60L)
        return found(VisitFlag.IMPOSSIBLE_TRAVEL, "impossible-travel", "与另一次上门相距 %s，间隔只有 %d 秒，最短应有 %s。".formatted(Distance.inWords(meters), seconds, Minutes.inWords(f.sameCarerGapMinutes().value())));
      if (meters > 0 && meters * 3.6 > f.impossibleSpeedKmh().value() * Math.max(1.0, seconds))
        return found(VisitFlag.IMPOSSIBLE_TRAVEL, "impossible-travel", "与另一次上门相距 %s，间隔 %s，时速约 %d 公里，超过 %d 公里。"
            .formatted(Distance.inWords(meters), Minutes.inWords(seconds / 60), Math.round(meters * 3.6 / Math.max(1.0, seconds)), f.impossibleSpeedKmh().value()));
    }
    return Optional.empty();
  }

  static Optional<Finding> tooFrequent(VisitSeen seen, VerificationFigures f) {
    var cap = f.frequencyCaps().value().of(seen.visit().service());
    return seen.sameServiceThatDay() <= cap ? Optional.empty()
        : found(VisitFlag.TOO_FREQUENT, "too-frequent", "这位老人当天有 %d 次%s，一天最多 %d 次。".formatted(seen.sameServiceThatDay(), seen.visit().serviceName(), cap));
  }

  /** The check-in or the check-out reached the server more than so many hours after it happened. */
  static Optional<Finding> backfilled(VisitSeen seen, VerificationFigures f) {
    return seen.proof().events().stream().filter(e -> !e.late() && (e.kind() == VisitEvent.Kind.CHECK_IN || e.kind() == VisitEvent.Kind.CHECK_OUT))
        .filter(e -> Duration.between(e.at(), e.receivedAt()).compareTo(Duration.ofHours(f.backfillHours().value())) > 0).findFirst()
        .flatMap(e -> found(VisitFlag.BACKFILLED, "backfilled", "%s在 %d 小时后才上传，超过 %d 小时。"
            .formatted(e.kind() == VisitEvent.Kind.CHECK_IN ? "签到" : "签退", Duration.between(e.at(), e.receivedAt()).toHours(), f.backfillHours().value())));
  }

  static Optional<Finding> batchSigned(VisitSeen seen, VerificationFigures f) {
    return seen.signedTogether() < f.batchCount().value() ? Optional.empty()
        : found(VisitFlag.BATCH_SIGNED, "batch-signed", "同一护理员在 %d 分钟内完成了 %d 次签字，达到 %d 次即视为集中签字。".formatted(f.batchWindowMinutes().value(), seen.signedTogether(), f.batchCount().value()));
  }

  /** A file that another visit has too, or one photo for two fields of this visit. */
  static Optional<Finding> samePhoto(VisitSeen seen, VerificationFigures f) {
    var said = new StringBuilder();
    if (!seen.reusedDigests().isEmpty()) said.append("有 %d 个文件与其他上门记录完全相同。".formatted(seen.reusedDigests().size()));
    for (var fields : seen.proof().fieldsWithOnePhoto()) said.append(fields.stream().map(field -> label(seen.visit(), field)).collect(Collectors.joining("和"))).append("是同一张照片。");
    return said.isEmpty() ? Optional.empty() : found(VisitFlag.SAME_PHOTO, "same-photo", said.toString());
  }

  static Optional<Finding> elderAbsent(VisitSeen seen, VerificationFigures f) {
    return seen.elderAbsent() ? found(VisitFlag.ELDER_ABSENT, "elder-absent", "档案显示老人当天住院、外出或已不在本地。") : Optional.empty();
  }

  static Optional<Finding> certificateExpired(VisitSeen seen, VerificationFigures f) {
    return seen.unqualified().isEmpty() ? Optional.empty()
        : found(VisitFlag.CERTIFICATE_EXPIRED, "certificate-expired", "有 %d 名护理员当天没有符合要求的有效证书。".formatted(seen.unqualified().size()));
  }

  /** Somebody else of the provider checked in or out than those who were sent. Colleagues may step in; a person looks at it before it is paid. */
  static Optional<Finding> otherCarer(VisitSeen seen, VerificationFigures f) {
    var others = seen.proof().present().stream().filter(carer -> !seen.assigned().contains(carer)).count();
    if (others == 0) return Optional.empty();
    return found(VisitFlag.OTHER_CARER, "other-carer", seen.assigned().isEmpty() ? "这次上门没有派单，由 %d 名没有派单的护理员签到或签退。".formatted(others)
        : "派单 %d 名护理员，签到或签退的有 %d 名不在其中。".formatted(seen.assigned().size(), others));
  }

  /** Fields not given, no signature of the elder or a proxy, or never checked out. */
  static Optional<Finding> proofMissing(VisitSeen seen, VerificationFigures f) {
    var lacking = new ArrayList<>(seen.missingLabels());
    if (seen.proof().signature().isEmpty()) lacking.add("老人或代理人签字");
    if (seen.proof().checkOut().isEmpty()) lacking.add("签退");
    return lacking.isEmpty() ? Optional.empty() : found(VisitFlag.PROOF_MISSING, "proof-missing", "缺少：" + String.join("、", lacking) + "。");
  }

  /** Called off, and carried out all the same: the carer's phone had no line. A person looks whether it was needed and done. */
  static Optional<Finding> wasCancelled(VisitSeen seen, VerificationFigures f) {
    return seen.cancelledFor() == null ? Optional.empty() : found(VisitFlag.WAS_CANCELLED, "was-cancelled", "这次上门已取消（%s），仍收到护理员上门的记录。".formatted(seen.cancelledFor()));
  }

  private static String label(Visit visit, String field) {
    return Stream.concat(visit.beforeStart().stream(), visit.atCheckOut().stream()).filter(asked -> asked.field().equals(field)).map(ProofField::label).findFirst()
        .orElse(field.equals(VisitProof.CHECK_IN_PHOTO) ? "签到照片" : "另一张照片");
  }

  private record Stay(Instant in, Instant out) {}

  private static Optional<Stay> stay(VisitSeen seen) {
    return seen.proof().checkIn().flatMap(in -> seen.proof().checkOut().map(out -> new Stay(in.at(), out.at())));
  }

  /** Between the homes; 0 where one of them is unknown. */
  private static long meters(VisitSeen seen, VisitSeen.Neighbor n) {
    if (seen.homeLng() == null || seen.homeLat() == null || n.lng() == null || n.lat() == null) return 0;
    return Math.round(new Position(seen.homeLng(), seen.homeLat()).metersTo(new Position(n.lng(), n.lat())));
  }

  private static String time(Instant at) {
    return at.atZone(ZONE).toLocalTime().truncatedTo(MINUTES).toString();
  }

  private static Optional<Finding> found(VisitFlag flag, String rule, String sentence) {
    return Optional.of(new Finding(flag, rule, sentence));
  }
}
