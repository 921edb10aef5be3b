package org.zhiyang.service.homecare.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.eligibility.PayerShares;
import org.zhiyang.platform.policy.DatedValue;
import org.zhiyang.platform.policy.Source;
import org.zhiyang.service.homecare.VisitStatus;
import org.zhiyang.service.homecare.domain.VisitEvent.Kind;

/** A visit of one hour of cleaning on 2026-03-04 that started at 9:00 at the elder's door, was signed and left at 10:00: nothing is wrong with it until a test changes something. */
final class HomecareFixtures {
  static final LocalDate DAY = LocalDate.of(2026, 3, 4);
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final UUID CARER = new UUID(1, 1);
  static final UUID VISIT = new UUID(2, 1);
  static final double LNG = 120.1;
  static final double LAT = 30.9;

  private HomecareFixtures() {}

  static Instant at(String time) {
    return DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
  }

  static VerificationFigures figures() {
    return new VerificationFigures(figure(200), figure(300), figure(new BigDecimal("0.7")), figure(30), figure(5), figure(80), figure(new FrequencyCaps(Map.of("CLEANING", 2))), figure(24),
        figure(5), figure(10));
  }

  static <T> DatedValue<T> figure(T value) {
    return new DatedValue<>("test", value, "unit", "000000000000", null, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), Source.assumption("test"), false, null, null);
  }

  static Visit visit(boolean timed, @Nullable Instant plannedFrom) {
    return new Visit(VISIT, 1, new UUID(3, 1), new UUID(4, 1), new UUID(5, 1), "330502001001", new UUID(6, 1), "CLEANING", "助洁", "小时", DAY, 1, 60, 30, timed, 1, null, null, LocalTime.of(9, 0),
        LocalTime.of(11, 0), null, LNG, LAT, List.of(photo("beforePhoto", "服务前照片")), List.of(photo("afterPhoto", "服务后照片")), VisitStatus.CHECKED_OUT, Instant.EPOCH, false, plannedFrom, null, false, List.of(CARER), null, null, null, 0, Set.of(), false,
        null, null, new PayerShares(0, 0, 0, 0, 0), null, null, null, null, 0);
  }

  private static ProofField photo(String field, String label) {
    return new ProofField(field, label, "photo", null, null, List.of(), null);
  }

  static VisitEvent event(Kind kind, Instant at, Duration late, VisitEvent.@Nullable Fix fix, @Nullable Boolean card, VisitEvent.@Nullable Signature signature) {
    return new VisitEvent(UUID.randomUUID(), kind, 1, CARER, at, at, at.plus(late), null, fix, card, null, null, List.of(), Map.of(), null, signature, false);
  }

  /** Builds what the rules look at; each part starts as it should be. */
  static final class Seen {
    private Visit visit = HomecareFixtures.visit(true, null);
    private Instant in = at("09:00");
    private @Nullable Instant out = at("10:00");
    private Duration late = Duration.ofMinutes(1);
    private VisitEvent.@Nullable Fix fix = new VisitEvent.Fix(LNG, LAT, 10.0);
    private @Nullable Boolean card;
    private @Nullable String reason;
    private Set<UUID> assigned = Set.of(CARER);
    private boolean signed = true;
    private final List<VisitSeen.Neighbor> neighbors = new ArrayList<>();
    private int sameService = 1;
    private int together = 1;
    private Set<String> reused = Set.of();
    private final List<VisitEvent> photos = new ArrayList<>();
    private boolean absent;
    private @Nullable String cancelledFor;
    private List<UUID> unqualified = List.of();
    private List<String> missing = List.of();

    Seen from(String time) {
      in = at(time);
      return this;
    }

    /** A colleague checks in too, at another time and so far from the door. */
    Seen colleague(String time, double meters) {
      photos.add(new VisitEvent(UUID.randomUUID(), Kind.CHECK_IN, 1, new UUID(1, 2), at(time), at(time), at(time), null, new VisitEvent.Fix(LNG, LAT + meters / 111_320, 10.0), null, null, null, List.of(), Map.of(), null, null, false));
      return this;
    }

    Seen to(@Nullable String time) {
      out = time == null ? null : at(time);
      return this;
    }

    Seen assigned(String time) {
      visit = HomecareFixtures.visit(true, at(time));
      return this;
    }

    Seen byPortion() {
      visit = HomecareFixtures.visit(false, null);
      return this;
    }

    Seen metersAway(double meters, @Nullable Double accuracy) {
      fix = new VisitEvent.Fix(LNG, LAT + meters / 111_320, accuracy);
      return this;
    }

    Seen withoutPosition() {
      fix = null;
      return this;
    }

    Seen card(boolean valid) {
      card = valid;
      return this;
    }

    Seen saying(@Nullable String why) {
      reason = why;
      return this;
    }

    Seen assignedTo(UUID... carers) {
      assigned = Set.of(carers);
      return this;
    }

    Seen received(Duration after) {
      late = after;
      return this;
    }

    Seen unsigned() {
      signed = false;
      return this;
    }

    Seen also(String in, String out, double metersAway) {
      neighbors.add(new VisitSeen.Neighbor(new UUID(2, 2), CARER, at(in), at(out), LNG, LAT + metersAway / 111_320));
      return this;
    }

    Seen sameService(int times) {
      sameService = times;
      return this;
    }

    Seen signedTogether(int visits) {
      together = visits;
      return this;
    }

    Seen reusing(String digest) {
      reused = Set.of(digest);
      return this;
    }

    /** A photo for a field of proof; the digest is what it shows, the file its upload. */
    Seen photo(String field, long file, String digest) {
      photos.add(new VisitEvent(UUID.randomUUID(), Kind.PHOTO, 10 + photos.size(), CARER, in, in, in, null, null, null, new UUID(9, file), digest, List.of(), Map.of(field, new UUID(9, file).toString()), null, null, false));
      return this;
    }

    Seen absent() {
      absent = true;
      return this;
    }

    Seen cancelledFor(String reason) {
      cancelledFor = reason;
      return this;
    }

    Seen unqualified() {
      unqualified = List.of(CARER);
      return this;
    }

    Seen missing(String label) {
      missing = List.of(label);
      return this;
    }

    VisitSeen build() {
      var events = new ArrayList<>(photos);
      events.add(new VisitEvent(UUID.randomUUID(), Kind.CHECK_IN, 1, CARER, in, in, in.plus(late), null, fix, card, null, null, List.of(), Map.of(), reason, null, false));
      if (out != null) events.add(event(Kind.CHECK_OUT, out, late, null, null, null));
      if (signed) events.add(event(Kind.SIGNATURE, in.plusSeconds(60), late, null, null, new VisitEvent.Signature(VisitEvent.Signature.Kind.PIN, null, null)));
      return new VisitSeen(visit, new VisitProof(events), assigned, LNG, LAT, neighbors, sameService, together, reused, absent, cancelledFor, unqualified, missing);
    }
  }
}
