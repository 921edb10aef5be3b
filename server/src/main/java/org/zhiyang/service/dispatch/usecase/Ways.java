package org.zhiyang.service.dispatch.usecase;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.policy.Parameters;
import org.zhiyang.roads.RoadNetwork;
import org.zhiyang.service.dispatch.domain.GridTravel;
import org.zhiyang.service.dispatch.domain.RoadTravel;
import org.zhiyang.service.dispatch.domain.StraightLineTravel;
import org.zhiyang.service.dispatch.domain.TravelEstimate;

/** How long ways take: on the roads of the map {@code zhiyang.routing.osm-file} once it has been read, else straight lines by the profile's figures. */
@Component
public class Ways {
  private static final Logger log = LoggerFactory.getLogger(Ways.class);

  private final Parameters parameters;
  private final String map;
  private final Path folder;
  private final AtomicReference<@Nullable RoadNetwork> roads = new AtomicReference<>();

  Ways(Parameters parameters, @Value("${zhiyang.routing.osm-file:}") String map, @Value("${zhiyang.data-directory}") Path data) {
    this.parameters = parameters;
    this.map = map;
    this.folder = data.resolve("roads");
  }

  /** A map of a province takes a minute to read: nobody waits for it. */
  @EventListener
  void on(ApplicationReadyEvent event) {
    if (!map.isBlank()) Thread.ofPlatform().name("roads").daemon().start(this::read);
  }

  void read() {
    try {
      var file = Path.of(map);
      roads.set(RoadNetwork.open(file, folder.resolve(version(file))));
      log.info("ways are taken from the roads of {}", map);
    } catch (IllegalArgumentException unreadable) {
      log.error("{}（仍按直线距离估算途中时间）", unreadable.getMessage(), unreadable.getCause());
    }
  }

  /** Another file, or a newer one of the same name, is read anew. */
  private static String version(Path file) {
    try {
      return file.getFileName() + "-" + Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException missing) {
      return "missing";
    }
  }

  TravelEstimate travel(String region, LocalDate day, LocalDate today) {
    var line = new StraightLineTravel(parameters.get(DispatchParameters.DETOUR, region, day, today).value().doubleValue(),
        parameters.get(DispatchParameters.SPEED, region, day, today).value().kmPerHour());
    var network = roads.get();
    return new GridTravel(network == null ? line : new RoadTravel(network, line), parameters.get(DispatchParameters.CELL, region, day, today).value());
  }

  @PreDestroy
  void close() {
    var network = roads.getAndSet(null);
    if (network != null) network.close();
  }
}
