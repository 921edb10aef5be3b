/** What people and the clock can do with needs and cases. */
@NullMarked
package org.zhiyang.need.intake.usecase;

import org.jspecify.annotations.NullMarked;
