/** Commands of the zhiyang command line. */
@NullMarked
package org.zhiyang.need.assessment.cli;

import org.jspecify.annotations.NullMarked;
