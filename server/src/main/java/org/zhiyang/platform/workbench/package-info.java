/** What waits for whom (工作台): every room tells its open work, one list shows it, legally nearest first.
 *  Owns: nothing stored. Does not own: the work itself. */
@ApplicationModule(id = "workbench", displayName = "工作台", allowedDependencies = {"access", "clock"})
@NullMarked
package org.zhiyang.platform.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
