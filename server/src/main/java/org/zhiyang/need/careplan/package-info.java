/** The care plan (照护计划): weekly services from the service list within the entitlement, with price and payer shares, accepted by elder or proxy.
 *  Owns: plans and their items. Does not own: orders and visits made from them. */
@ApplicationModule(id = "careplan", displayName = "照护计划", allowedDependencies = {"access", "web", "clock", "policy", "region", "elder", "household", "facility", "assessment", "intake", "eligibility", "workbench"})
@NullMarked
package org.zhiyang.need.careplan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
