/** Organisations and places of care (机构与服务商): community facilities on three levels, care homes, providers of home care.
 *  Owns: their records, each provider's published score (written by oversight through the commands), its listing with the proposals and decisions behind it. Does not own: people who work there, orders, money. */
@ApplicationModule(id = "facility", displayName = "机构与服务商", allowedDependencies = {"access", "web", "crypto", "region", "clock", "database", "workbench"})
@NullMarked
package org.zhiyang.registry.facility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
