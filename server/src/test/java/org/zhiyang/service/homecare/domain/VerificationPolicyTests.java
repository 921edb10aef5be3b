package org.zhiyang.service.homecare.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.service.homecare.VisitFlag;
import org.zhiyang.service.homecare.domain.HomecareFixtures.Seen;

/** Each rule on both sides of its edge. Figures: 200 m, 300 m accuracy, 0.7, 30 min, 5 min gap, 80 km/h, cleaning twice a day, 24 h, 5 signatures in 10 min. */
class VerificationPolicyTests {
  private static Set<VisitFlag> flags(Seen seen) {
    var found = VerificationPolicy.apply(seen.build(), HomecareFixtures.figures()).outcome();
    return found.stream().map(Finding::flag).collect(Collectors.toCollection(() -> EnumSet.noneOf(VisitFlag.class)));
  }

  @Test
  void aVisitAsItShouldBeHasNoFinding() {
    var ruling = VerificationPolicy.apply(new Seen().build(), HomecareFixtures.figures());

    assertThat(ruling.outcome()).isEmpty();
    assertThat(ruling.parameters()).hasSize(10);
    assertThat(ruling.explanation()).containsExactly("各项规则均未发现异常。");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "unknown", textBlock = """
      190, unknown, false
      210, unknown, true
      210, 20, false
      490, 300, false
      510, 300, true
      510, 900, true""")
  void aPlaceIsFarWhenItIsBeyondTheRadiusAndTheReadingsInaccuracyAsFarAsThatCounts(double meters, Double accuracy, boolean flagged) {
    assertThat(flags(new Seen().metersAway(meters, accuracy)).contains(VisitFlag.OUTSIDE_PLACE)).isEqualTo(flagged);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      08:50, 10, false
      08:50, 5000, true
      09:20, 5000, true""")
  void whoeverCheckedInFirstDoesNotCoverAColleagueFarAway(String time, double meters, boolean flagged) {
    assertThat(flags(new Seen().colleague(time, meters)).contains(VisitFlag.OUTSIDE_PLACE)).isEqualTo(flagged);
  }

  @Test
  void aCardThatIsNotTheEldersCountsAsAnotherPlaceAndAValidOneAsPresence() {
    assertThat(flags(new Seen().withoutPosition().card(false))).containsExactly(VisitFlag.OUTSIDE_PLACE);
    assertThat(flags(new Seen().withoutPosition().card(true))).isEmpty();
    assertThat(flags(new Seen().withoutPosition().saying("室内没有信号"))).containsExactly(VisitFlag.NO_POSITION);
  }

  @ParameterizedTest
  @CsvSource(nullValues = "none", textBlock = """
      室内没有信号, true,  false, 原因：室内没有信号；有签到照片。
      室内没有信号, false, false, 原因：室内没有信号；没有签到照片。
      none,         true,  false, 没有写原因；有签到照片。
      none,         false, true,  没有写原因；没有签到照片。
      ' ',          false, true,  没有写原因；没有签到照片。""")
  void whoGivesNeitherReasonNorPhotoForAMissingPositionIsFlaggedTwice(String reason, boolean photo, boolean unexplained, String said) {
    var seen = new Seen().withoutPosition().saying(reason);
    if (photo) seen.photo(VisitProof.CHECK_IN_PHOTO, 1, "aa");

    var found = VerificationPolicy.apply(seen.build(), HomecareFixtures.figures()).outcome();

    assertThat(found).filteredOn(f -> f.flag() == VisitFlag.NO_POSITION).singleElement().extracting(Finding::sentence).asString().endsWith(said);
    assertThat(found.stream().anyMatch(f -> f.flag() == VisitFlag.UNEXPLAINED)).isEqualTo(unexplained);
  }

  @Test
  void aPhotoOfTheServiceDoesNotExplainAMissingPositionAndAPositionNeedsNoExplanation() {
    assertThat(flags(new Seen().withoutPosition().photo("beforePhoto", 1, "aa"))).containsExactly(VisitFlag.NO_POSITION, VisitFlag.UNEXPLAINED);
    assertThat(flags(new Seen())).isEmpty();
    assertThat(flags(new Seen().withoutPosition().card(true))).isEmpty();
  }

  /** The carer who checks in is number 1. */
  @ParameterizedTest
  @CsvSource(nullValues = "nobody", textBlock = """
      1,      false
      1 2,    false
      2,      true
      2 3,    true
      nobody, true""")
  void whoCheckedInWithoutBeingSentIsFlagged(String sent, boolean flagged) {
    var seen = new Seen().assignedTo(sent == null ? new UUID[0] : Arrays.stream(sent.split(" ")).map(n -> new UUID(1, Long.parseLong(n))).toArray(UUID[]::new));

    assertThat(flags(seen).contains(VisitFlag.OTHER_CARER)).isEqualTo(flagged);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      09:42, false
      09:41, true""")
  void aStayIsTooShortBelowItsShareOfThePlan(String out, boolean flagged) {
    assertThat(flags(new Seen().to(out)).contains(VisitFlag.TOO_SHORT)).isEqualTo(flagged);
    assertThat(flags(new Seen().byPortion().to(out))).doesNotContain(VisitFlag.TOO_SHORT);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      08:29, true
      08:30, false
      11:30, false
      11:31, true""")
  void withoutAnAssignedStartTheWindowAndTheToleranceHold(String in, boolean flagged) {
    assertThat(flags(new Seen().from(in).to("12:45")).contains(VisitFlag.LATE_OR_EARLY)).isEqualTo(flagged);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      09:29, true
      09:30, false
      10:30, false
      10:31, true""")
  void anAssignedStartTakesTheWindowsPlace(String in, boolean flagged) {
    assertThat(flags(new Seen().assigned("10:00").from(in).to("12:00")).contains(VisitFlag.LATE_OR_EARLY)).isEqualTo(flagged);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      08:00, 09:00, false
      08:00, 09:01, true
      10:00, 11:00, false
      09:59, 11:00, true
      09:20, 09:40, true""")
  void twoStaysOfOneCarerOverlapWhenOneBeginsBeforeTheOtherEnds(String in, String out, boolean flagged) {
    assertThat(flags(new Seen().also(in, out, 0)).contains(VisitFlag.OVERLAP)).isEqualTo(flagged);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      08:54, 1000, false
      08:56, 1000, true
      08:56, 150, false
      08:50, 13000, false
      08:50, 14000, true""")
  void travelIsImpossibleWhenTheGapIsTooSmallOrTheSpeedTooGreat(String out, double meters, boolean flagged) {
    assertThat(flags(new Seen().also("08:00", out, meters)).contains(VisitFlag.IMPOSSIBLE_TRAVEL)).isEqualTo(flagged);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      2, false
      3, true""")
  void aServiceIsTooFrequentAboveItsDailyCap(int times, boolean flagged) {
    assertThat(flags(new Seen().sameService(times)).contains(VisitFlag.TOO_FREQUENT)).isEqualTo(flagged);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      PT24H, false
      PT24H1S, true""")
  void whatArrivesLaterThanTheLimitIsBackfilled(Duration after, boolean flagged) {
    assertThat(flags(new Seen().received(after)).contains(VisitFlag.BACKFILLED)).isEqualTo(flagged);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      4, false
      5, true""")
  void manySignaturesInOneWindowAreABatch(int visits, boolean flagged) {
    assertThat(flags(new Seen().signedTogether(visits)).contains(VisitFlag.BATCH_SIGNED)).isEqualTo(flagged);
  }

  /** Three uploads, each as field/file/digest: before and after the service, and one more. */
  @ParameterizedTest
  @CsvSource(textBlock = """
      two photos,                              beforePhoto/1/aa afterPhoto/2/bb,                  false
      one photo in both places,                beforePhoto/1/aa afterPhoto/1/aa,                  true
      one photo uploaded twice,                beforePhoto/1/aa afterPhoto/2/aa,                  true
      one photo of the door and before,        checkInPhoto/1/aa beforePhoto/2/aa,                true
      sent again by a retry,                   beforePhoto/1/aa beforePhoto/1/aa,                 false
      uploaded again by a retry,               beforePhoto/1/aa beforePhoto/2/aa,                 false
      mended on the spot,                      beforePhoto/1/aa afterPhoto/2/aa afterPhoto/3/bb,  false""")
  void onePhotoStandsForOneFieldOfTheVisit(String what, String photos, boolean flagged) {
    var seen = new Seen();
    for (var photo : photos.split(" ")) seen.photo(photo.split("/")[0], Long.parseLong(photo.split("/")[1]), photo.split("/")[2]);

    assertThat(flags(seen).contains(VisitFlag.SAME_PHOTO)).as(what).isEqualTo(flagged);
  }

  @Test
  void theSentenceNamesWhatIsOnePhoto() {
    var found = VerificationPolicy.apply(new Seen().reusing("cc").photo("checkInPhoto", 1, "aa").photo("afterPhoto", 2, "aa").build(), HomecareFixtures.figures()).outcome();

    assertThat(found).extracting(Finding::sentence).containsExactly("有 1 个文件与其他上门记录完全相同。签到照片和服务后照片是同一张照片。");
  }

  @Test
  void theRulesWithoutAFigureFindWhatTheyAreNamedAfter() {
    assertThat(flags(new Seen().reusing("aa"))).containsExactly(VisitFlag.SAME_PHOTO);
    assertThat(flags(new Seen().absent())).containsExactly(VisitFlag.ELDER_ABSENT);
    assertThat(flags(new Seen().cancelledFor("老人住院"))).containsExactly(VisitFlag.WAS_CANCELLED);
    assertThat(flags(new Seen().unqualified())).containsExactly(VisitFlag.CERTIFICATE_EXPIRED);
    assertThat(flags(new Seen().missing("服务后照片"))).containsExactly(VisitFlag.PROOF_MISSING);
    assertThat(flags(new Seen().unsigned())).containsExactly(VisitFlag.PROOF_MISSING);
    assertThat(flags(new Seen().to(null))).containsExactly(VisitFlag.PROOF_MISSING);
  }

  @Test
  void everyFlagHasARule() {
    var everything = new Seen().card(false).from("07:00").to("07:10").also("06:50", "07:05", 0).also("07:11", "07:20", 20_000).sameService(9).received(Duration.ofDays(3)).signedTogether(9)
        .reusing("aa").absent().cancelledFor("老人住院").unqualified().unsigned();

    var found = flags(everything);
    found.addAll(flags(new Seen().withoutPosition().assignedTo()));

    assertThat(found).containsExactlyInAnyOrderElementsOf(Arrays.asList(VisitFlag.values()));
  }
}
