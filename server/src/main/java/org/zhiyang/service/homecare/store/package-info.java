/** Reads and writes the tables of home care. */
@NullMarked
package org.zhiyang.service.homecare.store;

import org.jspecify.annotations.NullMarked;
