@NullMarked
package org.zhiyang.platform.clock.cli;

import org.jspecify.annotations.NullMarked;
