package org.zhiyang.platform.policy;

import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads profile YAML strictly: duplicate keys, unknown fields, missing numbers and "4" for 4 are errors that name file and field. */
public final class ProfileYaml {

  private static final YAMLMapper MAPPER = YAMLMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .withCoercionConfig(LogicalType.Textual, c -> {
        c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        c.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        c.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
      })
      .build();

  private ProfileYaml() {}

  /** The document's tree; throws {@link MalformedParameters} naming {@code file}. */
  public static JsonNode tree(InputStream in, String file) {
    try {
      return MAPPER.readTree(in);
    } catch (JacksonException e) {
      throw new MalformedParameters(List.of("%s: 第 %d 行：不是有效的 YAML（%s）".formatted(
          file, e.getLocation() == null ? 0 : e.getLocation().getLineNr(), e.getOriginalMessage())));
    }
  }

  /** A node as a type, without any coercion; throws {@link MalformedParameters} naming {@code file} and field. */
  public static <T> T read(JsonNode node, Class<T> type, String file, String field) {
    try {
      var value = MAPPER.treeToValue(node, type);
      var missing = new ArrayList<String>();
      missing(value, field, missing);
      if (!missing.isEmpty()) {
        throw new MalformedParameters(missing.stream().map(m -> "%s: %s: 缺少".formatted(file, m)).toList());
      }
      return value;
    } catch (JacksonException e) {
      throw new MalformedParameters(List.of("%s: %s: 不能读作 %s（%s）".formatted(
          file, field, type.getSimpleName(), e.getOriginalMessage())));
    }
  }

  /** Walks records and lists: a component that is not marked nullable has to be there. */
  private static void missing(@Nullable Object value, String at, List<String> missing) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        missing(list.get(i), "%s[%d]".formatted(at, i), missing);
      }
    } else if (value instanceof Record record) {
      for (var component : record.getClass().getRecordComponents()) {
        var path = at + "." + component.getName();
        var part = part(record, component);
        if (part != null) {
          missing(part, path, missing);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          missing.add(path);
        }
      }
    }
  }

  private static @Nullable Object part(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
