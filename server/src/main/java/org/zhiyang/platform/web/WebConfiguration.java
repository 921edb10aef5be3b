package org.zhiyang.platform.web;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WebConfiguration {
  /** After Spring Security's chain (order -100): the key belongs to the signed-in account. */
  private static final int AFTER_SECURITY = 0;
  private static final int BEFORE_SECURITY = -200;

  @Bean
  FilterRegistrationBean<FilterFaults> filterFaults(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
    var registration = new FilterRegistrationBean<>(new FilterFaults(answers));
    registration.setOrder(BEFORE_SECURITY);
    registration.addUrlPatterns("/api/*");
    return registration;
  }

  @Bean
  IdempotentAnswers idempotentAnswers(JdbcClient jdbc) {
    return new IdempotentAnswers(jdbc);
  }

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(IdempotentAnswers answers, TransactionTemplate transaction, JsonMapper json) {
    var registration = new FilterRegistrationBean<>(new IdempotencyFilter(answers, transaction, json));
    registration.setOrder(AFTER_SECURITY);
    registration.addUrlPatterns("/api/*");
    return registration;
  }

  /** Only with {@code bin/run --https}; decided when the server runs, because conditions of beans are decided when it is built. */
  @Bean
  FilterRegistrationBean<CertificateDoor> certificateDoor(@Value("${zhiyang.https.certificate:}") String certificate, @Value("${zhiyang.https.plain-port:0}") int plainPort,
      @Value("${server.port:8080}") int port) {
    var registration = new FilterRegistrationBean<>(new CertificateDoor(Path.of(certificate), plainPort, port));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    registration.setEnabled(!certificate.isEmpty());
    return registration;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainPort(@Value("${zhiyang.https.plain-port:0}") int plainPort) {
    return tomcat -> {
      if (plainPort == 0) return;
      var connector = new Connector();
      connector.setPort(plainPort);
      tomcat.addAdditionalConnectors(connector);
    };
  }

  @Bean
  MeantDays meantDays() {
    return new MeantDays();
  }

  @Bean
  JacksonModule meantDaysInBodies() {
    return MeantDays.inBodies();
  }

  @Bean
  WebMvcConfigurer staticApps() {
    return new StaticApps();
  }

  /** The four apps of {@code web/}: hashed assets are kept for a year, everything else is asked for again; deep links answer the app's page. */
  private static final class StaticApps implements WebMvcConfigurer {
    private static final String[] APPS = {"console", "carer", "m", "screen"};

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
      for (var app : APPS) {
        var folder = "classpath:/META-INF/resources/" + app + "/";
        registry.addResourceHandler("/" + app + "/assets/**").addResourceLocations(folder + "assets/")
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/" + app + "/**").addResourceLocations(folder)
            .setCacheControl(CacheControl.noCache()).resourceChain(false).addResolver(new PageOfTheApp());
      }
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
      registry.addRedirectViewController("/", "/console/");
      for (var app : APPS) {
        registry.addRedirectViewController("/" + app, "/" + app + "/");
        registry.addViewController("/" + app + "/").setViewName("forward:/" + app + "/index.html");
      }
    }
  }

  private static final class PageOfTheApp extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      var file = path.isEmpty() ? null : super.getResource(path, location);
      if (file != null || path.contains(".")) return file;
      return super.getResource("index.html", location);
    }
  }
}
