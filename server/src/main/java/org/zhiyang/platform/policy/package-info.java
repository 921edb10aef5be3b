/** Keeps the figures that documents set (with their dates and sources) and the decisions made with them.
 *  Owns: dated parameters read from the city profile, stored rulings. Does not own: the rules themselves, which stand as
 *  pure policies in the modules that decide. */
@ApplicationModule(id = "policy", displayName = "政策与裁定", allowedDependencies = {"access", "web", "city"})
@NullMarked
package org.zhiyang.platform.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
