/** The rules of the profile as data: read, checked and evaluated (CEL). */
@NullMarked
package org.zhiyang.need.eligibility.rules;

import org.jspecify.annotations.NullMarked;
