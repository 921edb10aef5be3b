/** Dispatch (派单): who goes to which home when. Plans a provider's day, or a county's week for all its providers together, as routes of carers; publishes a plan; lets the dispatcher change it by
 *  hand; proposes how a changed day goes on; says why a visit goes to whom it goes; answers what more carers would change.
 *  Owns: plans with their reasons, runs of a county's week, proposals of repair, the changes made by hand. Does not own: visits (homecare keeps carers and time of each), carers and their rotas (workforce). */
@ApplicationModule(id = "dispatch", displayName = "派单", allowedDependencies = {"access", "web", "clock", "policy", "region", "elder", "facility", "workforce", "intake", "eligibility", "homecare", "workbench"})
@NullMarked
package org.zhiyang.service.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
