/** Commands of the zhiyang command line that plan routes. */
@NullMarked
package org.zhiyang.service.dispatch.cli;

import org.jspecify.annotations.NullMarked;
