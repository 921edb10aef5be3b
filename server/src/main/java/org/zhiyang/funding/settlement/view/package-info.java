/** Lists and pages of statements and batches, read-only. */
@NullMarked
package org.zhiyang.funding.settlement.view;

import org.jspecify.annotations.NullMarked;
