/** Stored files (文件库): photos and signatures, addressed by their content, encrypted at rest.
 *  Owns: contents and what is known of them (type, size, digest, who brought them). Does not own: what a file proves and who else may look at it; its owners tell through {@code FileOwner}. */
@ApplicationModule(id = "file", displayName = "文件库", allowedDependencies = {"access", "web", "crypto", "clock"})
@NullMarked
package org.zhiyang.platform.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
