/** Who is signed in, what they may do, and whose records they may see.
 *  Owns: accounts, sessions, roles, the audit trail, each account's preferences. Does not own: the people and organisations accounts stand for. */
@ApplicationModule(id = "access", displayName = "身份与权限", allowedDependencies = {"web"})
@NullMarked
package org.zhiyang.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
