package org.zhiyang.platform.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks every {@link PlaceNames} in turn. */
@Component
class Places {
  private final List<PlaceNames> names;

  Places(@Lazy List<PlaceNames> names) {
    this.names = names;
  }

  @Nullable String region(@Nullable String code) {
    if (code == null) return null;
    return names.stream().flatMap(n -> n.regionName(code).stream()).findFirst().orElse(null);
  }

  @Nullable String organization(@Nullable UUID id) {
    if (id == null) return null;
    return names.stream().flatMap(n -> n.organizationName(id).stream()).findFirst().orElse(null);
  }
}
