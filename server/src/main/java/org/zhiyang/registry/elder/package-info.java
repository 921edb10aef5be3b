/** The register of elders (老人库): who they are, where they live, what they are entitled to be asked only once.
 *  Owns: elders, their sealed identifiers, who besides the region's staff may see them. Shows, but does not decide: the ability level (assessment). */
@ApplicationModule(id = "elder", displayName = "老人库", allowedDependencies = {"access", "web", "crypto", "region", "city", "clock", "database"})
@NullMarked
package org.zhiyang.registry.elder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
