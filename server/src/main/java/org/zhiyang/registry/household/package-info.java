/** Households and families (家庭): who belongs to an elder, who may speak for them, whom to call.
 *  Owns: households, members, proxies, emergency contacts. Does not own: the elders themselves, accounts. */
@ApplicationModule(id = "household", displayName = "家庭", allowedDependencies = {"access", "web", "crypto", "elder", "clock", "database"})
@NullMarked
package org.zhiyang.registry.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
