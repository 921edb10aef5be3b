/** Dispatch (派单): who goes to which home when. DayPlans a provider's day as routes of its carers, publishes a plan, and lets the dispatcher change it by hand.
 *  Owns: plans with their reasons, the changes made by hand. Does not own: visits (homecare keeps carers and time of each), carers and their rotas (workforce). */
@ApplicationModule(id = "dispatch", displayName = "派单", allowedDependencies = {"access", "web", "clock", "policy", "region", "elder", "facility", "workforce", "intake", "eligibility", "homecare", "workbench"})
@NullMarked
package org.zhiyang.service.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
