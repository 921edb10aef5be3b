package org.zhiyang.routing.care.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiyang.routing.care.CareIntake;
import org.zhiyang.routing.care.CareProblem;

class CityWeekTests {
  @ParameterizedTest
  @CsvSource({"4,1", "20,2", "100,3", "100,4", "500,5", "2000,6", "40000,7"})
  void everyWeekPassesTheIntakeAndHasTheVisitsAskedFor(int calls, int seed) {
    var week = CityWeek.of(calls, seed);

    assertThatCode(() -> CareIntake.check(week)).doesNotThrowAnyException();
    assertThat(week.visits().size() - week.links().size()).isEqualTo(calls);
  }

  @Test
  void theSameSeedGivesTheSameWeekAndAnotherSeedAnotherOne() {
    var one = CityWeek.of(1_000, 3);
    var again = CityWeek.of(1_000, 3);

    assertThat(again.visits()).isEqualTo(one.visits());
    assertThat(again.links()).isEqualTo(one.links());
    assertThat(again.carers()).isEqualTo(one.carers());
    assertThat(ways(again)).isEqualTo(ways(one));
    assertThat(CityWeek.of(1_000, 4).visits()).isNotEqualTo(one.visits());
  }

  @Test
  void theFullCityHasTheFiguresOfTheIssue() {
    var city = CityWeek.of(40_000, 1);
    var pools = new HashSet<String>();
    city.carers().forEach(c -> pools.addAll(c.pools()));
    var elders = new HashSet<String>();
    city.visits().forEach(v -> elders.add(v.elder()));

    assertThat(city.carers()).hasSize(2_500);
    assertThat(elders).hasSize(20_000);
    assertThat(pools).hasSize(60);
    assertThat(city.links().size() / 40_000.0).isBetween(0.06, 0.09);
    assertThat(city.visits().stream().filter(v -> !v.known().isEmpty()).count() / (double) city.visits().size()).isBetween(0.8, 0.9);
    assertThat(city.carers().stream().filter(c -> c.skills().stream().anyMatch(s -> s.until() < city.days() * 1_440)).count()).isBetween(40L, 140L);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 5_000, 40_000})
  void serviceTakesFiftyFiveToSixtyFiveParts(int calls) {
    var week = CityWeek.of(calls, 1);
    double service = week.visits().stream().mapToLong(v -> v.minutes()).sum();
    double paid = week.carers().stream().flatMap(c -> c.shifts().stream()).mapToLong(s -> s.to() - s.from() - 60 * s.breaks().size()).sum();

    assertThat(service / paid).isBetween(0.55, 0.65);
  }

  @Test
  void anEldersVisitsAreOnDifferentDaysAndWantTheSameHour() {
    var week = CityWeek.of(2_000, 5);
    var seconds = new HashSet<String>();
    week.links().forEach(link -> seconds.add(link.second()));
    var days = new HashMap<String, HashSet<Integer>>();
    var hours = new HashMap<String, HashSet<Integer>>();
    int visits = 0;
    for (var visit : week.visits()) {
      if (seconds.contains(visit.id())) continue;
      visits++;
      days.computeIfAbsent(visit.elder(), e -> new HashSet<>()).add(visit.from() / 1_440);
      hours.computeIfAbsent(visit.elder(), e -> new HashSet<>()).add(visit.wishedFrom() % 1_440);
    }

    assertThat(days.values().stream().mapToInt(HashSet::size).sum()).isEqualTo(visits);
    assertThat(hours.values()).allMatch(h -> h.size() == 1);
    assertThat(week.visits()).allMatch(v -> v.to() - v.from() >= 60 && v.to() - v.from() <= 180 && v.minutes() >= 20 && v.minutes() <= 120);
  }

  private static long ways(CareProblem week) {
    long sum = 0;
    for (int p = 0; p < week.travel().places(); p++) sum = 31 * sum + week.travel().minutes(1, 0, p) + 7 * week.travel().minutes(0, p, p / 2);
    return sum;
  }
}
