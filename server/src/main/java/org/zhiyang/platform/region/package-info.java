/**
 * The administrative divisions of the city: city, counties, towns, villages (行政区划).
 * Owns: codes, names, positions and outlines of divisions. Does not own: who lives or works there, who may see it.
 */
@ApplicationModule(id = "region", displayName = "行政区划", allowedDependencies = {"access", "city", "web"})
@NullMarked
package org.zhiyang.platform.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
