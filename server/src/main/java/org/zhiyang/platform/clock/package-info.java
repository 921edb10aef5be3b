/** Business time: today's date in the city, and the work that falls due once a day.
 *  Owns: the demo clock's offset, which daily job has run for which day, the job queue. Does not own: sessions, tokens and locks, which use system time. */
@ApplicationModule(id = "clock", displayName = "业务时钟", allowedDependencies = {"access", "web"})
@NullMarked
package org.zhiyang.platform.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
