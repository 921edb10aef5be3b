package org.zhiyang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.zhiyang.cli.CommandLineEntry;
import org.zhiyang.platform.database.EarlyDatabaseStart;

/** Zhiyang (智养): starts the server, or runs the command named on the command line without starting Spring for it. Bean names carry their package:
 *  a module need not know the class names of others. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class ZhiyangApplication {
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
