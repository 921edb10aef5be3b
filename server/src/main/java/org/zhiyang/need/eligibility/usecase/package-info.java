/** What eligibility does, one act a class. */
@NullMarked
package org.zhiyang.need.eligibility.usecase;

import org.jspecify.annotations.NullMarked;
