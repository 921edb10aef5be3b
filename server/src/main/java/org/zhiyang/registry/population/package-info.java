/**
 * Makes a city's worth of invented elders, families, facilities and staff for demonstration and measurement (模拟人口), and loads them.
 * Owns: how the invented people look, the demo accounts. Does not own: the records themselves, which belong to the modules they are loaded into.
 */
@ApplicationModule(id = "population", displayName = "模拟人口", allowedDependencies = {"access", "web", "city", "region", "database", "elder", "household", "facility", "workforce"})
@NullMarked
package org.zhiyang.registry.population;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
