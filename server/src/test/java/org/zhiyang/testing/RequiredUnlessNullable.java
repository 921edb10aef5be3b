package org.zhiyang.testing;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A component of a record is required unless it is {@code @Nullable}; the house has no other notion of "may be missing". */
final class RequiredUnlessNullable implements ModelConverter {
  @Override
  public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) return null;
    Schema<?> schema = chain.next().resolve(type, context, chain);
    JavaType java = Json.mapper().constructType(type.getType());
    if (schema == null || java == null || !java.getRawClass().isRecord()) return schema;
    var target = schema.get$ref() == null ? schema : context.getDefinedModels().get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
    if (target != null && target.getProperties() != null) {
      target.setRequired(null);
      Arrays.stream(java.getRawClass().getRecordComponents()).filter(c -> !isNullable(c.getAnnotatedType())).map(c -> c.getName())
          .filter(target.getProperties()::containsKey).sorted().forEach(target::addRequiredItem);
    }
    return schema;
  }

  private static boolean isNullable(java.lang.reflect.AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }
}
