/**
 * Gives the platform its database (数据库): a real PostgreSQL that starts and stops with the server.
 * Owns: the binaries, the cluster on disk, its port and passwords, the process. Does not own: any table, any connection pool.
 * With {@code spring.datasource.url} set, nothing of this starts and the external database is used.
 */
@ApplicationModule(id = "database", displayName = "数据库", allowedDependencies = {})
@NullMarked
package org.zhiyang.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
