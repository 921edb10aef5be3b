/** Lists and answers, read-only. */
@NullMarked
package org.zhiyang.oversight.complaint.view;

import org.jspecify.annotations.NullMarked;
