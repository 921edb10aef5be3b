package org.zhiyang.testing;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The document that {@code OpenApiContractTests} compares; springdoc is there in tests only, the product ships the file. */
@TestConfiguration(proxyBeanMethods = false)
class OpenApiConfiguration {
  @Bean
  OpenAPI zhiyangApi() {
    return new OpenAPI().info(new Info().title("Zhiyang").version("1").description("Written from the controllers; see docs/guide/developer.md."));
  }

  /** Names of operations that do not depend on the order in which controllers are found. */
  @Bean
  OperationCustomizer stableNames() {
    return (operation, method) -> operation.operationId(method.getBeanType().getSimpleName().replace("Controller", "") + "." + method.getMethod().getName());
  }

  @Bean
  ModelConverter requiredUnlessNullable() {
    return new RequiredUnlessNullable();
  }
}
