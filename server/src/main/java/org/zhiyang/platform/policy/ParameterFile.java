package org.zhiyang.platform.policy;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** One figure as its file says it: name, meaning in Chinese, unit, and its values still as read ({@link JsonNode}, null ends). */
record ParameterFile(String path, String name, String meaning, String unit, List<DatedValue<JsonNode>> values) {}
