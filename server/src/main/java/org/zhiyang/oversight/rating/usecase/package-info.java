/** What the clock, the providers and the county do with scores and improvement tasks. */
@NullMarked
package org.zhiyang.oversight.rating.usecase;

import org.jspecify.annotations.NullMarked;
