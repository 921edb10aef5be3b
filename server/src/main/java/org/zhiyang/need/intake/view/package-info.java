/** Read-only lists: needs, cases, the loop board, an elder's timeline. */
@NullMarked
package org.zhiyang.need.intake.view;

import org.jspecify.annotations.NullMarked;
