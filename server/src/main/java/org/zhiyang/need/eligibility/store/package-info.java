/** The tables of eligibility. */
@NullMarked
package org.zhiyang.need.eligibility.store;

import org.jspecify.annotations.NullMarked;
