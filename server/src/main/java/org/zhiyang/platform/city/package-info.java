/**
 * Which city this platform serves, and the files that describe it (城市概要).
 * Owns: reading profile files, the city's names and look. Does not own: what stands in the files of other modules (regions, parameters, services).
 */
@ApplicationModule(id = "city", displayName = "城市概要", allowedDependencies = {"access", "web"})
@NullMarked
package org.zhiyang.platform.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
