package org.zhiyang.service.homecare.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.service.homecare.domain.Candidate.Why;
import org.zhiyang.service.homecare.domain.MatchingPolicy.Known;
import org.zhiyang.service.homecare.domain.MatchingWeights.Part;

/** Weights 30 distance, 20 skill, 15 capacity, 20 rating, 15 wish; 25 km; passing score 60. */
class MatchingPolicyTests {
  private static final MatchingPolicy.Figures FIGURES = new MatchingPolicy.Figures(
      HomecareFixtures.figure(new MatchingWeights(Map.of(Part.DISTANCE, 30, Part.SKILL, 20, Part.CAPACITY, 15, Part.RATING, 20, Part.WISH, 15))), HomecareFixtures.figure(25), HomecareFixtures.figure(60));

  private static Known provider(int n, long meters, int qualified, int promised, @Nullable Integer score, boolean wished) {
    return new Known(new UUID(0, n), "服务商" + n, false, meters, qualified, 10, promised, score == null ? null : BigDecimal.valueOf(score), wished, false);
  }

  private static List<Candidate> rank(Known... providers) {
    return MatchingPolicy.apply(Arrays.asList(providers), 1, FIGURES).outcome();
  }

  @Test
  void pointsAreTheSumOfTheFiveParts() {
    var only = rank(provider(1, 5_000, 3, 4, 90, true)).getFirst();

    assertThat(only.parts()).containsEntry(Part.DISTANCE, 24.0).containsEntry(Part.SKILL, 15.0).containsEntry(Part.CAPACITY, 9.0).containsEntry(Part.RATING, 18.0).containsEntry(Part.WISH, 15.0);
    assertThat(only.points()).isCloseTo(81.0, within(0.001));
  }

  @Test
  void theWishOutweighsSomeDistanceAndTiesGoToTheNearer() {
    assertThat(rank(provider(1, 1_000, 3, 0, 80, false), provider(2, 9_000, 3, 0, 80, true)).getFirst().name()).isEqualTo("服务商2");
    assertThat(rank(provider(1, 1_000, 3, 0, 80, false), provider(2, 20_000, 3, 0, 80, true)).getFirst().name()).isEqualTo("服务商1");
    assertThat(rank(provider(2, 1_000, 3, 0, 80, false), provider(1, 1_001, 3, 0, 80, false)).getFirst().name()).isEqualTo("服务商2");
  }

  @Test
  void aProviderWithoutAPublishedScoreCountsAsPassing() {
    assertThat(rank(provider(1, 1_000, 3, 0, null, false)).getFirst().parts()).containsEntry(Part.RATING, 12.0);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      25000, 1, 9, true
      25001, 1, 9, false
      1000, 0, 9, false
      1000, 1, 10, false""")
  void theEdgesOfBeingLeftOut(long meters, int qualified, int promised, boolean ranked) {
    assertThat(rank(provider(1, meters, qualified, promised, 80, false)).getFirst().rank() == 1).isEqualTo(ranked);
  }

  @Test
  void aDefaultedProviderIsNeverRankedAndTheReasonStandsThere() {
    var defaulted = new Known(new UUID(0, 1), "甲", true, 10, 9, 10, 0, BigDecimal.valueOf(100), true, false);

    var ruling = MatchingPolicy.apply(List.of(defaulted), 1, FIGURES);

    assertThat(ruling.outcome().getFirst().excluded()).extracting(Candidate.Exclusion::why).containsExactly(Why.DEFAULTED);
    assertThat(ruling.explanation().toString()).contains("失信名单").contains("由县区民政指定服务商");
  }

  @Test
  void whatWouldHelpFollowsFromWhatIsInTheWay() {
    var full = rank(provider(1, 10, 3, 10, 80, false));
    var unskilled = rank(provider(1, 10, 0, 0, 80, false));

    assertThat(MatchingPolicy.whatHelps(full)).contains("1家已排满").contains("换一天");
    assertThat(MatchingPolicy.whatHelps(unskilled)).contains("没有足够的持证护理员").contains("培训取证");
    assertThat(MatchingPolicy.whatHelps(List.of())).contains("没有服务商开展这项服务");
  }

  @Test
  void aProviderCountsOnceByWhatIsHardestToChange() {
    var both = rank(provider(1, 30_000, 0, 10, 80, false), provider(2, 10, 0, 10, 80, false), provider(3, 10, 3, 10, 80, false));

    assertThat(MatchingPolicy.whatHelps(both)).contains("共3家").contains("1家太远").contains("1家没有足够的持证护理员").contains("1家已排满");
  }

  @Test
  void weightsAddUpToAHundred() {
    assertThatIllegalArgumentException().isThrownBy(() -> new MatchingWeights(Map.of(Part.DISTANCE, 99)));
  }
}
