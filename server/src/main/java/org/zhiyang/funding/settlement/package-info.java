/** What the public side owes providers for proven visits, and its payment (结算与拨付).
 *  Owns: statements of a provider's month, their frozen lines and later differences, objections, payment batches, payment files and the bank's returns.
 *  Does not own: whether a visit is payable (homecare), who pays which share (eligibility), the score that gates payment (rating), the provider's account (facility). */
@ApplicationModule(id = "settlement", displayName = "结算与拨付", allowedDependencies = {"access", "web", "clock", "policy", "crypto", "region", "elder", "facility", "intake", "eligibility", "homecare", "rating", "workbench"})
@NullMarked
package org.zhiyang.funding.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
