package org.zhiyang.reference;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.zhiyang.platform.database.EarlyDatabaseStart;

/** The least application with a database, a sign-in and a page. */
@SpringBootApplication
public class ReferenceApplication {
  public static void main(String[] words) {
    var application = new SpringApplication(ReferenceApplication.class);
    if (List.of(words).contains("--early-database")) application.addInitializers(new EarlyDatabaseStart());
    application.run(words);
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }
}
