/** Home care (居家服务): orders from plans, matching with providers, visits, their proof and verification, the elder's rating.
 *  Owns: orders, offers, visits, proof, flags, ratings. Does not own: who drives where when (dispatch), call-backs (hotline), scores (rating), money (settlement). */
@ApplicationModule(id = "homecare", displayName = "居家服务", allowedDependencies = {"access", "web", "clock", "crypto", "policy", "region", "file", "elder", "household", "facility", "workforce", "intake", "eligibility", "careplan", "workbench"})
@NullMarked
package org.zhiyang.service.homecare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
