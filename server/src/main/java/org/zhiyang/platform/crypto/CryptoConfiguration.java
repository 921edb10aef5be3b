package org.zhiyang.platform.crypto;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {
  @Bean
  Keys keys(@Value("${zhiyang.data-directory:./data}") Path dataDirectory) {
    return Keys.in(dataDirectory.toAbsolutePath().normalize());
  }

  @Bean
  Sealing sealing(Keys keys) {
    return new Sealing(keys);
  }

  @Bean
  BlindIndex blindIndex(Keys keys) {
    return new BlindIndex(keys);
  }
}
