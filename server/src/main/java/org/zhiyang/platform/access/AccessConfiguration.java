package org.zhiyang.platform.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
  private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

  @Bean
  Roles roles() {
    return new Roles();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }

  /** Accounts sign in through {@code /api/session} only; this keeps Spring from making a default user with a printed password. */
  @Bean
  UserDetailsService noOtherUsers() {
    return name -> {
      throw new UsernameNotFoundException("accounts sign in through /api/session");
    };
  }

  /** Spring's own forged-request tokens are off: every write needs the Idempotency-Key header, which no foreign page can send, and the cookie is SameSite=Strict. */
  @Bean
  SecurityFilterChain api(HttpSecurity http, Sessions sessions) {
    return http
        .csrf(AbstractHttpConfigurer::disable).formLogin(AbstractHttpConfigurer::disable).httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable).anonymous(AbstractHttpConfigurer::disable)
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)).referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
            .cacheControl(cache -> cache.disable()).addHeaderWriter((request, response) -> {
              if (request.getRequestURI().startsWith("/api/")) response.setHeader("Cache-Control", "no-store");
            }))
        .addFilterBefore(new SessionFilter(sessions), AnonymousAuthenticationFilter.class)
        .build();
  }

  @Bean
  WebMvcConfigurer guards(CurrentActor current, Audit audit) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new GuardInterceptor(current, audit)).addPathPatterns("/api/**");
      }
    };
  }
}
