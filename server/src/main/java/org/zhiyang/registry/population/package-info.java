/**
 * Makes a city's worth of invented elders, families, facilities and staff for demonstration and measurement (模拟人口).
 * Owns: how the invented people look. Does not own: the records themselves, which belong to the modules they are loaded into.
 */
@ApplicationModule(id = "population", displayName = "模拟人口", allowedDependencies = {"city", "region", "elder", "facility"})
@NullMarked
package org.zhiyang.registry.population;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
