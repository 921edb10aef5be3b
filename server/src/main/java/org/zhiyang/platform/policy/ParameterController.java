package org.zhiyang.platform.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.Guarded;
import tools.jackson.databind.JsonNode;

/** 参数: every figure the rules use, with its dates and its source; what nobody compared with a document yet says so. */
@RestController
class ParameterController {
  private final Parameters parameters;

  ParameterController(Parameters parameters) {
    this.parameters = parameters;
  }

  record ParameterView(String name, String meaning, String unit, List<ValueView> values) {}

  /** {@code value} is null where the figure ended. */
  record ValueView(@Nullable JsonNode value, String region, @Nullable LocalDate published, LocalDate effective, LocalDate recorded, String source, boolean assumption, boolean verified) {}

  /** By name; {@code q} narrows by name or meaning. */
  @GetMapping("/api/parameters")
  @Guarded(permission = "parameter.read")
  List<ParameterView> list(@RequestParam @Nullable String q) {
    return parameters.list().stream().filter(file -> q == null || q.isBlank() || file.name().contains(q.strip()) || file.meaning().contains(q.strip()))
        .map(file -> new ParameterView(file.name(), file.meaning(), file.unit(), file.values().stream().map(ParameterController::view).toList())).toList();
  }

  private static ValueView view(DatedValue<JsonNode> v) {
    return new ValueView(v.value().isNull() ? null : v.value(), v.region(), v.published(), v.effective(), v.recorded(), v.source().citation(),
        v.source().kind() == Source.Kind.ASSUMPTION, v.verified());
  }
}
