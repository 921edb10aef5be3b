/** Needs and cases in the database. */
@NullMarked
package org.zhiyang.need.intake.store;

import org.jspecify.annotations.NullMarked;
