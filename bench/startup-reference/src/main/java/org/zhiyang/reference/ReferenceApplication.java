package org.zhiyang.reference;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The least application with a database, a sign-in and a page. */
@SpringBootApplication
public class ReferenceApplication {
  public static void main(String[] words) {
    SpringApplication.run(ReferenceApplication.class, words);
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }
}
