/** Figures for decisions (指标与驾驶舱): how many and who, is the service running, is the money on course, by region.
 *  Owns: counts by region made from other modules' published views. Does not own: any record; a module that is not there has no figures. */
@ApplicationModule(id = "indicator", displayName = "指标", allowedDependencies = {"access", "web", "clock", "city", "region"})
@NullMarked
package org.zhiyang.insight.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
