package org.zhiyang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.zhiyang.cli.CommandLineEntry;
import org.zhiyang.platform.database.EarlyDatabaseStart;

/** Zhiyang (智养): starts the server, or runs the command named on the command line without starting Spring for it. Bean names carry their package:
 *  a module need not know the class names of others. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, resourcePattern = ZhiyangApplication.TOP_LEVEL_CLASSES, excludeFilters = {
    @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class), @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class)})
public class ZhiyangApplication {
  /** Components are classes of their own; the many records inside others need not be read at each start. */
  static final String TOP_LEVEL_CLASSES = "**/{name:[^$]+}.class";

  public static void main(String[] words) {
    if (CommandLineEntry.meansServe(words)) {
      var application = new SpringApplication(ZhiyangApplication.class);
      application.addInitializers(new EarlyDatabaseStart());
      application.run(CommandLineEntry.settingsOf(words));
    } else {
      System.exit(CommandLineEntry.run(words));
    }
  }
}
