package org.zhiyang.roads;

import com.carrotsearch.hppc.IntHashSet;
import com.carrotsearch.hppc.IntIntHashMap;
import com.graphhopper.GraphHopper;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.AStarBidirection;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.PMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The roads of an OpenStreetMap extract ({@code .osm.pbf}, {@code .osm}, {@code .osm.gz}), travelled on foot, by bicycle or by car at the speeds the map's tags allow. Ways are kept once they were asked for; of many
 * at once those of more than two hours count as none. The numbers of crossings belong to one vehicle: where it can get to. Any thread may ask.
 */
public final class RoadNetwork implements AutoCloseable {
  /** No way, or no road within reach of one of both points. */
  public static final int NONE = -1;

  /** A home farther from every road than this stands in no reachable place of the map. */
  private static final double FARTHEST_METERS = 1_000;
  /** Farther ways are of no use to anybody; a search for many ends there. */
  private static final long LONGEST_MILLIS = 2L * 3_600_000;

  private final GraphHopper hopper;
  private final Map<Vehicle, Ways> ways = new EnumMap<>(Vehicle.class);

  private RoadNetwork(GraphHopper hopper) {
    this.hopper = hopper;
    for (var vehicle : Vehicle.values()) ways.put(vehicle, new Ways(hopper, vehicle));
  }

  /**
   * Reads the extract, which takes a minute or two for a province; what was read is kept in {@code folder} and taken from there the next time.
   *
   * @throws IllegalArgumentException with a sentence for an extract that cannot be read
   */
  public static RoadNetwork open(Path extract, Path folder) {
    if (!Files.isReadable(extract)) throw new IllegalArgumentException("地图文件 %s 不存在或无法读取，请检查 zhiyang.routing.osm-file。".formatted(extract));
    var hopper = new GraphHopper().setOSMFile(extract.toString()).setGraphHopperLocation(folder.toString()).setEncodedValuesString(Vehicle.TAGS).setProfiles(Vehicle.profiles()).setMinNetworkSize(0);
    try {
      hopper.importOrLoad();
    } catch (RuntimeException unreadable) {
      hopper.close();
      throw new IllegalArgumentException("地图文件 %s 不是有效的 OpenStreetMap 数据，请换一个 .osm.pbf 文件。".formatted(extract), unreadable);
    }
    return new RoadNetwork(hopper);
  }

  /** The number of the crossing nearest to a point that the vehicle can get to, {@link #NONE} when there is no such road around. */
  public int crossing(Vehicle vehicle, double lng, double lat) {
    return by(vehicle).crossing(lng, lat);
  }

  /** Seconds from one crossing to another, or {@link #NONE}. */
  public int seconds(Vehicle vehicle, int from, int to) {
    return by(vehicle).seconds(from, to);
  }

  /** The same for many crossings at once, by one search. */
  public int[] seconds(Vehicle vehicle, int from, int[] to) {
    return by(vehicle).seconds(from, to);
  }

  private Ways by(Vehicle vehicle) {
    return Objects.requireNonNull(ways.get(vehicle));
  }

  @Override
  public void close() {
    hopper.close();
  }

  /** The ways of one vehicle, as far as they were asked for. */
  private static final class Ways {
    private final GraphHopper hopper;
    private final Weighting weighting;
    private final EdgeFilter travelled;
    private final ConcurrentHashMap<Integer, IntIntHashMap> known = new ConcurrentHashMap<>();

    Ways(GraphHopper hopper, Vehicle vehicle) {
      var profile = Objects.requireNonNull(hopper.getProfile(vehicle.profileName()));
      this.hopper = hopper;
      this.weighting = hopper.createWeighting(profile, new PMap());
      this.travelled = new DefaultSnapFilter(weighting, hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(profile.getName())));
    }

    int crossing(double lng, double lat) {
      var snap = hopper.getLocationIndex().findClosest(lat, lng, travelled);
      return snap.isValid() && snap.getQueryDistance() <= FARTHEST_METERS ? snap.getClosestNode() : NONE;
    }

    int seconds(int from, int to) {
      if (from == NONE || to == NONE) return NONE;
      if (from == to) return 0;
      var row = known.get(from);
      if (row != null) {
        synchronized (row) {
          if (row.containsKey(to)) return row.get(to);
        }
      }
      var path = new AStarBidirection(hopper.getBaseGraph(), weighting, TraversalMode.NODE_BASED).calcPath(from, to);
      var seconds = path.isFound() ? seconds(path.getTime()) : NONE;
      keep(from, to, seconds);
      return seconds;
    }

    int[] seconds(int from, int[] to) {
      var open = new IntHashSet();
      if (from != NONE) for (var each : to) if (each != NONE && each != from && !isKnown(from, each)) open.add(each);
      if (!open.isEmpty()) search(from, open);
      var all = new int[to.length];
      for (int n = 0; n < to.length; n++) all[n] = seconds(from, to[n]);
      return all;
    }

    private void search(int from, IntHashSet open) {
      var tree = new ShortestPathTree(hopper.getBaseGraph(), weighting, false, TraversalMode.NODE_BASED);
      tree.setTimeLimit(LONGEST_MILLIS);
      tree.search(from, label -> {
        if (open.remove(label.node)) keep(from, label.node, seconds(label.time));
      });
      for (var never : open) keep(from, never.value, NONE);
    }

    private boolean isKnown(int from, int to) {
      var row = known.get(from);
      if (row == null) return false;
      synchronized (row) {
        return row.containsKey(to);
      }
    }

    private void keep(int from, int to, int seconds) {
      var row = known.computeIfAbsent(from, f -> new IntIntHashMap());
      synchronized (row) {
        row.put(to, seconds);
      }
    }

    private static int seconds(long millis) {
      return (int) ((millis + 999) / 1000);
    }
  }
}
