/** The plan's rules, in plain Java. */
@NullMarked
package org.zhiyang.need.careplan.domain;

import org.jspecify.annotations.NullMarked;
