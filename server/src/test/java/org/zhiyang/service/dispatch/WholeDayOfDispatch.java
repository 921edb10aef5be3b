package org.zhiyang.service.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.platform.clock.BusinessClock;
import org.zhiyang.platform.policy.ParameterLoader;
import org.zhiyang.platform.policy.ParameterSource;
import org.zhiyang.platform.policy.Parameters;

/** Visits are dispatched all day long today, so that tests of the running day do not depend on the hour they run at; the other days keep the profile's hours. */
@TestConfiguration(proxyBeanMethods = false)
class WholeDayOfDispatch {
  private static final String HOURS = """
      name: dispatch-day
      meaning: 派单时段
      unit: time_of_day
      values:
        - {value: {"from": "00:00", "to": "23:59"}, region: "000000000000", published: null, effective: %1$s, recorded: %1$s, source: {kind: assumption, reason: "测试"}, verified: false}
        - {value: {"from": "07:30", "to": "19:00"}, region: "000000000000", published: null, effective: %2$s, recorded: %1$s, source: {kind: assumption, reason: "测试"}, verified: false}
      """;

  @Bean
  static BeanPostProcessor wholeDayToday(ObjectProvider<ProfileFiles> files) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Parameters ? new ParameterLoader(() -> sources(files.getObject())).load(false) : bean;
      }
    };
  }

  private static List<ParameterSource.File> sources(ProfileFiles files) {
    var today = LocalDate.now(Clock.system(BusinessClock.ZONE));
    var hours = new ParameterSource.File("test/parameters/dispatch-day.yaml", HOURS.formatted(today, today.plusDays(1)).getBytes(StandardCharsets.UTF_8));
    return Stream.concat(files.all("parameters", ".yaml").stream().map(file -> new ParameterSource.File(file.path(), file.content())), Stream.of(hours)).toList();
  }
}
