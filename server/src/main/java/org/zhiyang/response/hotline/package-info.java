/** The 12349 desk's call-backs (回访): somebody asks the elder whether the visit was as recorded, and a person decides what is abnormal.
 *  Owns: call-backs with attempts, answers and results. Does not own: the visit and its proof, its decision and stars (homecare), complaints made on the phone (complaint). */
@ApplicationModule(id = "hotline", displayName = "12349 回访", allowedDependencies = {"access", "web", "clock", "city", "policy", "region", "elder", "household", "facility", "workforce", "eligibility", "homecare", "workbench"})
@NullMarked
package org.zhiyang.response.hotline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
