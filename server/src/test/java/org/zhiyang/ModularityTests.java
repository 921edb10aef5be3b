package org.zhiyang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The nine rooms keep their order: a module imports what it declares, from rooms below or from its own, and never in a circle. */
class ModularityTests {
  private static final List<String> FLOORS = List.of("platform", "registry", "need", "service", "response", "oversight", "funding", "insight", "exchange");
  private static final ApplicationModules MODULES = ApplicationModules.of(ZhiyangApplication.class);

  @Test
  void modulesKeepToWhatTheyDeclare() {
    MODULES.verify();
  }

  @Test
  void noModuleLooksUpwards() {
    var upwards = new ArrayList<String>();
    for (var module : MODULES) {
      module.getDirectDependencies(MODULES).stream().map(d -> d.getTargetModule()).filter(target -> floor(target) > floor(module))
          .forEach(target -> upwards.add(module.getIdentifier() + " → " + target.getIdentifier()));
    }
    assertThat(upwards).isEmpty();
  }

  @Test
  void everyMigrationFolderBelongsToAModuleOfItsRoom() throws IOException {
    var expected = MODULES.stream().map(m -> room(m) + "/" + m.getIdentifier()).collect(Collectors.toSet());
    var found = new TreeSet<String>();
    var root = Path.of("src/main/resources/db/migration");
    try (var rooms = Files.list(root)) {
      for (var room : rooms.toList()) {
        try (var folders = Files.list(room)) {
          folders.forEach(folder -> found.add(room.getFileName() + "/" + folder.getFileName()));
        }
      }
    }
    found.remove("platform/__root");
    assertThat(expected).containsAll(found);
  }

  private static int floor(ApplicationModule module) {
    return FLOORS.indexOf(room(module));
  }

  private static String room(ApplicationModule module) {
    return module.getBasePackage().getName().split("\\.")[2];
  }
}
