/** Complaints in the database. */
@NullMarked
package org.zhiyang.oversight.complaint.store;

import org.jspecify.annotations.NullMarked;
