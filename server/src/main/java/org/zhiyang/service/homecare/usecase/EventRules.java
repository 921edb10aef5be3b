package org.zhiyang.service.homecare.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.Actor;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.file.FileStore;
import org.zhiyang.platform.file.StoredFile;
import org.zhiyang.platform.region.Distance;
import org.zhiyang.platform.region.Position;
import org.zhiyang.registry.workforce.Carer;
import org.zhiyang.registry.workforce.CarerId;
import org.zhiyang.registry.workforce.WorkforceQueries;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.ProofField;
import org.zhiyang.service.homecare.domain.Visit;
import org.zhiyang.service.homecare.domain.VisitEvent;
import org.zhiyang.service.homecare.domain.VisitEvent.Kind;
import org.zhiyang.service.homecare.domain.VisitProof;
import org.zhiyang.service.homecare.store.ElderCards;

/** Says of one event whether it can be taken. Presence is never refused for its place or time; only what cannot be true, or would leave a visit without its proof, is. */
@Component
class EventRules {
  private final FileStore files;
  private final ElderCards cards;
  private final WorkforceQueries workforce;
  private final HomecareParameters parameters;

  EventRules(FileStore files, ElderCards cards, WorkforceQueries workforce, HomecareParameters parameters) {
    this.files = files;
    this.cards = cards;
    this.workforce = workforce;
    this.parameters = parameters;
  }

  /** @param event what to keep; null when refused */
  record Checked(EventAnswer answer, @Nullable VisitEvent event) {}

  Checked check(Visit visit, PhoneEvent sent, UUID carer, Actor by, List<VisitEvent> stored, Instant received) {
    StoredFile file = null;
    if (sent.fileId() != null) {
      file = files.find(sent.fileId()).filter(f -> f.broughtBy().equals(by.accountId()) || (f.organization() != null && f.organization().equals(by.organizationId()))).orElse(null);
      if (file == null) return no(sent, "file-unknown", "照片还没有上传成功，请先上传照片再同步。", true);
    }
    if ((sent.kind() == Kind.PHOTO) && file == null) return no(sent, "file-missing", "没有照片内容，请重新拍照。", false);
    var event = event(visit, sent, carer, file, received);
    return switch (sent.kind()) {
      case CHECK_IN -> yes(event, notices(otherCarerNotice(visit, event), placeNotice(visit, event, with(stored, event))));
      case CHECK_OUT -> checkOut(visit, event, stored);
      case PHOTO -> yes(event, samePhotoNotice(event, stored));
      case ITEM -> item(visit, event, stored);
      case SIGNATURE -> signature(visit, sent, event, received);
      default -> yes(event, null);
    };
  }

  private VisitEvent event(Visit visit, PhoneEvent sent, UUID carer, @Nullable StoredFile file, Instant received) {
    var at = sent.deviceAt().isAfter(received) ? received : sent.deviceAt();
    var cardValid = sent.qr() == null || sent.qr().isBlank() ? null : Boolean.valueOf(cards.isCardOf(visit.elderId(), sent.qr()));
    var signature = sent.signature() == null ? null : new VisitEvent.Signature(sent.signature(), sent.fileId(), sent.signer());
    var late = visit.evidenceDigest() != null;
    return new VisitEvent(sent.id(), sent.kind(), sent.seq(), carer, sent.deviceAt(), at, received, sent.method(), sent.position(), cardValid, file == null ? null : file.id(),
        file == null ? null : file.digest(), sent.items(), fields(sent), sent.text(), signature, late);
  }

  /** A photo names its field of proof with {@code true}; kept is the photo's id. */
  private static Map<String, Object> fields(PhoneEvent sent) {
    if (sent.fileId() == null) return sent.fields();
    var fields = new HashMap<String, Object>();
    sent.fields().forEach((key, value) -> fields.put(key, Boolean.TRUE.equals(value) && sent.kind() == Kind.PHOTO ? sent.fileId().toString() : value));
    return fields;
  }

  private Checked item(Visit visit, VisitEvent event, List<VisitEvent> stored) {
    if (event.items().isEmpty()) return refuse(event, "items-missing", "没有勾选任何服务项目，请勾选后再提交。", false);
    if (event.late()) return yes(event, null);
    var proof = new VisitProof(stored);
    if (proof.checkIn().isEmpty()) return refuse(event, "not-checked-in", "还没有签到，请先签到再记录服务项目。", true);
    var starts = event.items().stream().anyMatch(i -> i.state() == VisitEvent.Item.State.DONE);
    var missing = starts ? missing(visit, with(stored, event), visit.beforeStart()) : List.<ProofField>of();
    return missing.isEmpty() ? yes(event, null) : lacking(event, "before-start-missing", "开始服务前还需要：" + labels(missing) + "。请补齐后再勾选。", missing);
  }

  private Checked checkOut(Visit visit, VisitEvent event, List<VisitEvent> stored) {
    if (event.late()) return yes(event, "这次上门已由同事签退，您的签退作为补充保留。");
    var proof = with(stored, event);
    var in = proof.checkIn();
    if (in.isEmpty()) return refuse(event, "not-checked-in", "还没有签到，不能签退。请先签到；签到记录在另一部手机上的，先同步那部手机。", true);
    if (event.at().isBefore(in.get().at())) return refuse(event, "before-check-in", "签退时间早于签到时间，请核对手机时间后重新签退。", false);
    var asked = new ArrayList<>(visit.beforeStart());
    asked.addAll(visit.atCheckOut());
    var missing = missing(visit, proof, asked);
    return missing.isEmpty() ? yes(event, null) : lacking(event, "proof-missing", "还不能签退，缺少：" + labels(missing) + "。请补齐后再签退。", missing);
  }

  private Checked signature(Visit visit, PhoneEvent sent, VisitEvent event, Instant received) {
    if (sent.signature() == null) return no(sent, "signature-missing", "没有签字内容，请重新签字。", false);
    return switch (sent.signature()) {
      case DRAWN -> event.file() == null ? no(sent, "signature-missing", "没有签字图片，请重新签字。", false) : yes(event, null);
      case PROXY -> sent.signer() == null || sent.signer().isBlank() ? no(sent, "signer-missing", "代签需要写明代签人是谁、为什么代签。", false) : yes(event, null);
      case PIN -> pin(visit, sent, event, LocalDate.ofInstant(received, BusinessClock.ZONE));
    };
  }

  private Checked pin(Visit visit, PhoneEvent sent, VisitEvent event, LocalDate today) {
    if (sent.pin() == null) return no(sent, "signature-missing", "没有输入签字密码，请重新输入。", false);
    return switch (cards.tryPin(visit.elderId(), sent.pin(), today)) {
      case RIGHT -> yes(event, null);
      case WRONG -> no(sent, "pin-wrong", "签字密码不对，请老人重新输入，或改用手写签字。", false);
      case LOCKED -> no(sent, "pin-locked", "签字密码今天错得太多，已停用到明天，请改用手写签字。", false);
      case NOT_SET -> no(sent, "pin-not-set", "这位老人还没有设置签字密码，请改用手写签字。", false);
    };
  }

  /** What is asked for and not given; a second carer must be another carer of the same provider, as qualified as the first (M264). */
  private List<ProofField> missing(Visit visit, VisitProof proof, List<ProofField> asked) {
    var missing = new ArrayList<>(proof.missing(asked));
    for (var field : asked) {
      if (!field.kind().equals("carer") || missing.contains(field)) continue;
      var second = new CarerId(UUID.fromString(String.valueOf(proof.fields().get(field.field()))));
      if (workforce.findCarer(second, visit.day()).filter(c -> c.provider().value().equals(visit.providerId()) && mayDo(visit, c)).isEmpty()) missing.add(field);
    }
    return missing;
  }

  private static boolean mayDo(Visit visit, Carer carer) {
    var certified = visit.minimumCertificate() == null || carer.certificateLevel() != null && carer.certificateLevel() <= visit.minimumCertificate();
    return certified && (visit.requiredSkill() == null || carer.skills().contains(visit.requiredSkill()));
  }

  private static @Nullable String otherCarerNotice(Visit visit, VisitEvent event) {
    if (visit.status() == VisitStatus.CANCELLED) return "这次上门已被取消，签到已保留，将由工作人员核实。请告诉调度员您已经上门。";
    return visit.carers().contains(event.carer()) ? null : "这次上门没有派给您，签到已保留，将由工作人员核实。请告诉调度员是您来的。";
  }

  private static @Nullable String notices(@Nullable String first, @Nullable String second) {
    return first == null ? second : second == null ? first : first + second;
  }

  /** Told to the carer at once, so that a wrong door is noticed; never refused. */
  private @Nullable String placeNotice(Visit visit, VisitEvent event, VisitProof proof) {
    if (Boolean.FALSE.equals(event.cardValid())) return "扫到的不是这位老人的有效老人码，签到已保留，将由工作人员核实。";
    if (event.position() == null && event.cardValid() != null) return null;
    if (event.position() == null) return proof.reasonWithoutPosition() == null && !proof.hasCheckInPhoto() ? "没有定位，也没有原因和照片，签到已保留，将由工作人员核实。请在“记录”里写明为什么没有定位。"
        : "没有定位，签到已保留，将由工作人员核实。";
    if (visit.lng() == null || visit.lat() == null) return null;
    var meters = Math.round(new Position(visit.lng(), visit.lat()).metersTo(new Position(event.position().lng(), event.position().lat())));
    var figures = parameters.verification(visit.regionCode(), visit.day());
    var accuracy = event.position().accuracyM() == null ? 0 : Math.round(event.position().accuracyM());
    var allowed = figures.radiusM().value() + Math.min(accuracy, figures.accuracyCapM().value());
    return meters <= allowed ? null : "签到位置距老人住处 %s，签到已保留，将由工作人员核实。".formatted(Distance.inWords(meters));
  }

  /** An honest mistake is mended on the spot: the photo taken once more counts instead. */
  private static @Nullable String samePhotoNotice(VisitEvent event, List<VisitEvent> stored) {
    var twice = with(stored, event).fieldsWithOnePhoto().stream().anyMatch(fields -> fields.stream().anyMatch(event.fields()::containsKey));
    return twice ? "这张照片和这次上门的另一张照片是同一张，已保留，将由工作人员核实。传错了请重拍一张。" : null;
  }

  private static VisitProof with(List<VisitEvent> stored, VisitEvent event) {
    var all = new ArrayList<>(stored);
    all.add(event);
    return new VisitProof(all);
  }

  private static String labels(List<ProofField> missing) {
    return missing.stream().map(ProofField::label).collect(Collectors.joining("、"));
  }

  private static Checked yes(VisitEvent event, @Nullable String notice) {
    return new Checked(EventAnswer.stored(event.id(), notice), event);
  }

  private static Checked no(PhoneEvent sent, String code, String sentence, boolean again) {
    return new Checked(EventAnswer.refused(sent.id(), code, sentence, again), null);
  }

  private static Checked refuse(VisitEvent event, String code, String sentence, boolean again) {
    return new Checked(EventAnswer.refused(event.id(), code, sentence, again), null);
  }

  private static Checked lacking(VisitEvent event, String code, String sentence, List<ProofField> missing) {
    return new Checked(EventAnswer.lacking(event.id(), code, sentence, missing.stream().map(f -> new EventAnswer.Missing(f.field(), f.label())).toList()), null);
  }
}
