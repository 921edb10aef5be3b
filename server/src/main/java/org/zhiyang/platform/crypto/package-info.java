/** Seals personal identifiers (SM4) and makes them searchable by exact value (HMAC-SM3 blind index).
 *  Owns: the keys of this installation. Does not own: who may open what (access), where sealed values lie (each module). */
@ApplicationModule(id = "crypto", displayName = "密码服务", allowedDependencies = {})
@NullMarked
package org.zhiyang.platform.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
