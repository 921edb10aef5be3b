/** What a paid month of care was good for (效果反馈): a questionnaire for every case and month, answered by the elder or for them.
 *  Owns: questionnaires, their scores. Does not own: stars of single visits (homecare), improvement tasks that a low score opens (rating), money. */
@ApplicationModule(id = "outcome", displayName = "效果反馈", allowedDependencies = {"access", "web", "clock", "city", "policy", "region", "elder", "facility", "intake", "workbench"})
@NullMarked
package org.zhiyang.oversight.outcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
