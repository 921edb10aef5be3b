/** Loads and saves statements, objections, batches and payments. */
@NullMarked
package org.zhiyang.funding.settlement.store;

import org.jspecify.annotations.NullMarked;
