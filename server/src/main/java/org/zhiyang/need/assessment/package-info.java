/** Decides how far an elder can live independently (老年人能力评估), after GB/T 42195-2022.
 *  Owns: assessments with their answers, signatures, levels and history, and declared relatives of assessors. Does not own: who the
 *  elder is (name, identity number, phone), care plans, entitlements, money. */
@ApplicationModule(id = "assessment", displayName = "能力评估", allowedDependencies = {"policy", "region", "elder", "household", "workforce", "intake", "access", "web", "clock", "workbench"})
@NullMarked
package org.zhiyang.need.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
