package org.zhiyang.platform.city;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The profile this server runs with: {@code zhiyang.city} names the folder, {@code zhiyang.profiles-directory} where it lies (else in the jar). */
@Configuration(proxyBeanMethods = false)
class CityConfiguration {

  @Bean
  ProfileFiles profileFiles(@Value("${zhiyang.city:huzhou}") String city, @Value("${zhiyang.profiles-directory:}") String directory) {
    return new ProfileFiles(city, directory.isBlank() ? null : Path.of(directory));
  }

  @Bean
  CityProfile cityProfile(ProfileFiles files) {
    return CityProfile.read(files);
  }
}
