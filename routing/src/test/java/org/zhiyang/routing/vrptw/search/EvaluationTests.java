package org.zhiyang.routing.vrptw.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiyang.routing.Samples;

/** Judging by pieces gives what counting from scratch gives, on random plans of random problems, legal or not. */
class EvaluationTests {
  private static final double LOAD = 3.7;
  private static final double WARP = 2.3;

  private static Instance instance(long seed) {
    var random = new Random(seed);
    return new Instance(Samples.asymmetric(12 + random.nextInt(30), 10, seed), 3 + random.nextInt(7), 12);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void piecesOfTwoRoutesJoinedCostWhatTheNewRouteCosts(long seed) {
    var random = new Random(seed);
    var in = instance(seed);
    var tours = new Tours(in);
    for (int round = 0; round < 20; round++) {
      Scratch.scatter(tours, random);
      var routes = Scratch.routes(tours);
      for (int a = 0; a < routes.size(); a++) {
        assertThat(tours.warp[a]).isEqualTo(Scratch.warp(in, routes.get(a)));
        assertThat(tours.load[a]).isEqualTo(Scratch.load(in, routes.get(a)));
        assertThat(tours.distanceOf(a)).isEqualTo(Scratch.distance(in, routes.get(a)));
        int b = random.nextInt(routes.size());
        int cutA = random.nextInt(routes.get(a).size() + 1);
        int cutB = random.nextInt(routes.get(b).size() + 1);
        var joined = new ArrayList<>(routes.get(a).subList(0, cutA));
        joined.addAll(routes.get(b).subList(cutB, routes.get(b).size()));
        int head = cutA == 0 ? tours.first(a) : routes.get(a).get(cutA - 1);
        int tail = cutB == routes.get(b).size() ? tours.last(b) : routes.get(b).get(cutB);
        assertThat(tours.joined(head, tail)).isEqualTo(Scratch.warp(in, joined));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anExchangeIsDoneExactlyWhenItGainsAndGainsWhatItSays(long seed) {
    check(seed, (random, tours, moves) -> {
      int u = 1 + random.nextInt(tours.n);
      int length = 1 + random.nextInt(3);
      int other = random.nextInt(4);
      int v = random.nextInt(8) == 0 && other == 0 ? tours.first(random.nextInt(tours.routes)) : 1 + random.nextInt(tours.n);
      return new Attempt("exchange %d+%d with %d+%d".formatted(u, length, v, other), expected(tours, routes -> exchanged(routes, tours, u, length, v, other)), () -> moves.exchange(u, length, v, other));
    });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void tailsAreSwappedExactlyWhenThatGainsAndGainsWhatItSays(long seed) {
    check(seed, (random, tours, moves) -> {
      int u = random.nextInt(8) == 0 ? tours.first(random.nextInt(tours.routes)) : 1 + random.nextInt(tours.n);
      int v = random.nextInt(8) == 0 ? tours.first(random.nextInt(tours.routes)) : 1 + random.nextInt(tours.n);
      if (tours.route[u] == tours.route[v]) return null;
      return new Attempt("tails %d %d".formatted(u, v), expected(tours, routes -> {
        var a = routes.get(tours.route[u]);
        var b = routes.get(tours.route[v]);
        var tailA = new ArrayList<>(a.subList(a.indexOf(u) + 1, a.size()));
        var tailB = new ArrayList<>(b.subList(b.indexOf(v) + 1, b.size()));
        a.removeAll(tailA);
        b.removeAll(tailB);
        a.addAll(tailB);
        b.addAll(tailA);
        return routes;
      }), () -> moves.tails(u, v));
    });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aPieceIsTurnedRoundExactlyWhenThatGainsAndGainsWhatItSays(long seed) {
    check(seed, (random, tours, moves) -> {
      int u = 1 + random.nextInt(tours.n);
      int v = 1 + random.nextInt(tours.n);
      if (tours.route[u] != tours.route[v] || tours.position[u] + 1 >= tours.position[v]) return null;
      return new Attempt("reversal %d %d".formatted(u, v), expected(tours, routes -> {
        var route = routes.get(tours.route[u]);
        java.util.Collections.reverse(route.subList(route.indexOf(u) + 1, route.indexOf(v) + 1));
        return routes;
      }), () -> moves.reversal(u, v));
    });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void swapsToTheBestPlacesGainWhatTheySay(long seed) {
    var random = new Random(seed);
    var in = instance(seed);
    var tours = new Tours(in);
    var moves = new Moves(tours);
    // Every other seed with room for the two routes at hand only.
    var swaps = new SwapStar(moves, Scratch.noHurry(), seed % 2 == 0 ? 0 : 1_000_000);
    int done = 0;
    for (int round = 0; round < 30; round++) {
      Scratch.scatter(tours, random);
      moves.restart(LOAD, WARP);
      swaps.restart();
      for (int pair = 0; pair < 40; pair++) {
        int a = random.nextInt(tours.routes);
        int b = random.nextInt(tours.routes);
        if (a == b || tours.count[a] == 0 || tours.count[b] == 0) continue;
        double before = Scratch.cost(in, Scratch.routes(tours), LOAD, WARP);
        boolean changed = swaps.improvePair(a, b);
        double after = Scratch.cost(in, Scratch.routes(tours), LOAD, WARP);
        assertThat(after - before).isCloseTo(changed ? moves.lastChange : 0, within(1e-6));
        assertThat(after <= before).isTrue();
        if (changed) done++;
      }
      everybodyOnce(tours);
    }
    assertThat(done).isGreaterThan(100);
  }

  private record Attempt(String what, List<List<Integer>> expected, java.util.function.BooleanSupplier act) {}

  private interface Chooser {
    @Nullable Attempt choose(Random random, Tours tours, Moves moves);
  }

  private static List<List<Integer>> expected(Tours tours, Function<List<List<Integer>>, @Nullable List<List<Integer>>> change) {
    var changed = change.apply(Scratch.routes(tours));
    return changed == null ? List.of() : changed;
  }

  private static void check(long seed, Chooser chooser) {
    var random = new Random(seed * 77);
    var in = instance(seed);
    var tours = new Tours(in);
    var moves = new Moves(tours);
    int done = 0;
    for (int round = 0; round < 40; round++) {
      Scratch.scatter(tours, random);
      moves.restart(LOAD, WARP);
      for (int i = 0; i < 60; i++) {
        var before = Scratch.routes(tours);
        var attempt = chooser.choose(random, tours, moves);
        if (attempt == null) continue;
        double change = attempt.expected.isEmpty() ? 0 : Scratch.cost(in, attempt.expected, LOAD, WARP) - Scratch.cost(in, before, LOAD, WARP);
        boolean acted = attempt.act.getAsBoolean();
        assertThat(acted).as(attempt.what).isEqualTo(change <= -Moves.LEAST_GAIN);
        assertThat(Scratch.routes(tours)).as(attempt.what).isEqualTo(acted ? attempt.expected : before);
        if (acted) {
          done++;
          assertThat(moves.lastChange).as(attempt.what).isCloseTo(change, within(1e-6));
        }
      }
      everybodyOnce(tours);
    }
    assertThat(done).isGreaterThan(20);
  }

  private static void everybodyOnce(Tours tours) {
    var all = Scratch.routes(tours).stream().flatMap(List::stream).sorted().collect(Collectors.toList());
    assertThat(all).isEqualTo(IntStream.rangeClosed(1, tours.n).boxed().toList());
  }

  /** The plan after the exchange; null when the pieces overlap, reach over the end of a route, or would stay where they are. */
  private static @Nullable List<List<Integer>> exchanged(List<List<Integer>> routes, Tours tours, int u, int length, int v, int other) {
    var a = routes.get(tours.route[u]);
    int fromA = a.indexOf(u);
    var b = routes.get(tours.route[v]);
    int fromB = b.indexOf(v);
    if (fromA + length > a.size() || fromB + other > b.size()) return null;
    var pieceA = new ArrayList<>(a.subList(fromA, fromA + length));
    var pieceB = other == 0 ? new ArrayList<Integer>() : new ArrayList<>(b.subList(fromB, fromB + other));
    if (a == b) {
      if (pieceA.contains(v) || pieceB.contains(u) || other == 0 && fromB == fromA - 1) return null;
    }
    // A mark keeps each place while both pieces are taken out.
    int markA = -1;
    int markB = -2;
    b.add(other == 0 ? fromB + 1 : fromB, markB);
    a.add(a.indexOf(u), markA);
    a.removeAll(pieceA);
    b.removeAll(pieceB);
    b.addAll(b.indexOf(markB), pieceA);
    a.addAll(a.indexOf(markA), pieceB);
    a.remove(Integer.valueOf(markA));
    b.remove(Integer.valueOf(markB));
    return routes;
  }
}
