/** Needs and care cases (需求登记与服务案例): every expressed need opens or joins the elder's care case, the one thread from need to feedback.
 *  Owns: needs, cases, the steps a case has reached. Does not own: what happens in the steps (assessment, eligibility, careplan, homecare, …), which tell it through the commands. */
@ApplicationModule(id = "intake", displayName = "需求登记", allowedDependencies = {"access", "web", "clock", "city", "policy", "region", "elder", "household", "workbench"})
@NullMarked
package org.zhiyang.need.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
