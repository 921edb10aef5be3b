/**
 * The places and organizations that care for elders (机构与服务商): community facilities, care homes, service providers.
 * Owns: who they are and what they offer. Does not own: the people who work there, who lives there, how they are rated.
 */
@ApplicationModule(id = "facility", displayName = "机构与服务商", allowedDependencies = {})
@NullMarked
package org.zhiyang.registry.facility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
