/** What people and the clock do with statements and batches. */
@NullMarked
package org.zhiyang.funding.settlement.usecase;

import org.jspecify.annotations.NullMarked;
