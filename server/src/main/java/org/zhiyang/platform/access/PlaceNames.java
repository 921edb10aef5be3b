package org.zhiyang.platform.access;

import java.util.Optional;
import java.util.UUID;

/** How accounts learn to say where they belong: a bean of each module that knows names of regions (region) or organisations (facility). Each answers
 *  only for what it knows; access itself knows neither. */
public interface PlaceNames {
  default Optional<String> regionName(String code) {
    return Optional.empty();
  }

  default Optional<String> organizationName(UUID id) {
    return Optional.empty();
  }
}
