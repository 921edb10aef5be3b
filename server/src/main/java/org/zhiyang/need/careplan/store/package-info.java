/** The tables of care plans. */
@NullMarked
package org.zhiyang.need.careplan.store;

import org.jspecify.annotations.NullMarked;
