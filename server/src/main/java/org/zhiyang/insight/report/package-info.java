/** Reports of elders, services and areas (统计报表) that no single module can give: contacts of elders who live alone.
 *  Owns: nothing; reads the views other modules publish, each within the reader's scope. Does not own: any record, nor the counts of the cockpit (indicator). */
@ApplicationModule(id = "report", displayName = "统计报表", allowedDependencies = {"access", "web", "clock", "policy", "city", "region", "elder"})
@NullMarked
package org.zhiyang.insight.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
