/** How the platform speaks HTTP: problem JSON, idempotent writes, pages of lists, the four static apps.
 *  Owns: the answers given to idempotency keys. Does not own: who may call what (access), what an answer means (each module). */
@ApplicationModule(id = "web", displayName = "网络接口", allowedDependencies = {})
@NullMarked
package org.zhiyang.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
