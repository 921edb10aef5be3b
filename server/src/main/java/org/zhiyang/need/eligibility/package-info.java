/** What an elder is entitled to (资格与待遇): rules of the city profile over typed facts, granted for a period, with the balance of every month.
 *  Owns: the service list as offered, rules, entitlements, their balance. Does not own: levels, plans, money paid out. */
@ApplicationModule(id = "eligibility", displayName = "资格认定", allowedDependencies = {"access", "web", "clock", "policy", "region", "city", "elder", "household", "assessment", "intake", "workbench"})
@NullMarked
package org.zhiyang.need.eligibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
