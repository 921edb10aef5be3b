/**
 * Knows who the elders of the city are (老年人).
 * Owns: identity, residence, living and economic situation, tags. Does not own: the household's other members, levels of ability, money.
 */
@ApplicationModule(id = "elder", displayName = "老年人", allowedDependencies = {})
@NullMarked
package org.zhiyang.registry.elder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
