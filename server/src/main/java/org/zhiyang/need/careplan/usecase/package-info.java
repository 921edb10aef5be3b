/** What is done with care plans, one act a class. */
@NullMarked
package org.zhiyang.need.careplan.usecase;

import org.jspecify.annotations.NullMarked;
