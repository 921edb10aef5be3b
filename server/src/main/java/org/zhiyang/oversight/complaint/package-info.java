/** Complaints (投诉) about a visit or a provider: received, forwarded, answered by the provider, decided by the county.
 *  Owns: complaints and their history. Does not own: the visit complained of, the score they feed (rating), call-backs. */
@ApplicationModule(id = "complaint", displayName = "投诉", allowedDependencies = {"access", "web", "clock", "policy", "region", "elder", "facility", "homecare", "workbench"})
@NullMarked
package org.zhiyang.oversight.complaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
