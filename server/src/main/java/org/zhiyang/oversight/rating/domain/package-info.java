/** The rules of scores and improvement tasks, plain Java. */
@NullMarked
package org.zhiyang.oversight.rating.domain;

import org.jspecify.annotations.NullMarked;
