/** The command line of the one jar: the server is its default command, the others stand in each module's {@code cli} package. */
@NullMarked
package org.zhiyang.cli;

import org.jspecify.annotations.NullMarked;
