/** The provider's month (服务商月度评价) and what follows from a bad one (整改).
 *  Owns: monthly scores with their evidence, objections, improvement tasks. Does not own: visits and the elders' stars (homecare), call-backs (hotline), complaints,
 *  the listing of a provider (facility: a person's act), money (settlement, which pays nothing without a final score). */
@ApplicationModule(id = "rating", displayName = "服务商评价", allowedDependencies = {"access", "web", "clock", "policy", "region", "elder", "facility", "intake", "homecare", "hotline", "complaint", "outcome", "workbench"})
@NullMarked
package org.zhiyang.oversight.rating;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
