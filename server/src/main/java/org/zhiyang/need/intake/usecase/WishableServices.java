package org.zhiyang.need.intake.usecase;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.city.ProfileFiles;

/** What may be wished for: codes and names of the city's service list, in its order. Not what an elder is entitled to, nor what it costs. */
@Component
public class WishableServices {
  private final Map<String, Service> byCode;

  WishableServices(ProfileFiles files) {
    var services = new LinkedHashMap<String, Service>();
    files.items("service-list.yaml").forEach(item -> services.put(item.path("code").asString(),
        new Service(item.path("code").asString(), item.path("name").asString(), item.path("description").asString())));
    byCode = Collections.unmodifiableMap(services);
  }

  public record Service(String code, String name, String description) {}

  public List<Service> list() {
    return List.copyOf(byCode.values());
  }

  public boolean has(String code) {
    return byCode.containsKey(code);
  }

  /** Names in the order of the list; a code that has left the list stands as it is. */
  public List<String> names(Collection<String> codes) {
    return codes.stream().map(code -> byCode.containsKey(code) ? byCode.get(code).name() : code).toList();
  }
}
