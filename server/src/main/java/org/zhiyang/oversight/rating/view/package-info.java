/** Lists and answers, read-only. */
@NullMarked
package org.zhiyang.oversight.rating.view;

import org.jspecify.annotations.NullMarked;
