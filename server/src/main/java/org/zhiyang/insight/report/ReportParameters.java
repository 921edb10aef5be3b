package org.zhiyang.insight.report;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiyang.platform.policy.Parameter;

/** The figures of reports, checked when the platform starts. */
@Configuration(proxyBeanMethods = false)
class ReportParameters {
  static final Parameter<ContactServices> CONTACT_SERVICES = Parameter.of("comfort-contact-services", ContactServices.class, "service_codes");

  @Bean
  Parameter<ContactServices> comfortContactServices() {
    return CONTACT_SERVICES;
  }
}
