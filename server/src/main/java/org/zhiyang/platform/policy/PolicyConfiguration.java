package org.zhiyang.platform.policy;

import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.platform.city.ProfileFiles;

/** Reads the running city's figures once, at the start; a fault in any file stops the start with file and field. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(PolicyConfiguration.class);

  @Bean
  Parameters parameters(ProfileFiles files, ObjectProvider<Parameter<?>> declared,
      @Value("${zhiyang.production:false}") boolean production) {
    var parameters = new ParameterLoader(() -> files.all("parameters", ".yaml").stream()
        .map(file -> new ParameterSource.File(file.path(), file.content())).toList()).load(production);
    var faults = new ArrayList<String>();
    for (var parameter : declared) {
      try {
        parameters.require(parameter);
      } catch (MalformedParameters malformed) {
        faults.addAll(malformed.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new MalformedParameters(faults);
    }
    if (production && !parameters.listUnverified().isEmpty()) {
      LOG.warn("Not compared with their documents yet, decisions that need them will be refused: {}", parameters.listUnverified());
    }
    return parameters;
  }
}
