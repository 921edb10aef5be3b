/** What people do with complaints. */
@NullMarked
package org.zhiyang.oversight.complaint.usecase;

import org.jspecify.annotations.NullMarked;
