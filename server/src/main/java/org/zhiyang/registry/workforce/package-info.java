/** People who work in care (从业人员): care workers with skills, certificates and rotas, assessors, village workers.
 *  Owns: their records. Does not own: accounts, visits, training. */
@ApplicationModule(id = "workforce", displayName = "从业人员", allowedDependencies = {"access", "web", "crypto", "region", "elder", "facility", "clock", "database"})
@NullMarked
package org.zhiyang.registry.workforce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
