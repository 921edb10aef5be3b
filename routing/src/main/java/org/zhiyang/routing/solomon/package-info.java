/** Solomon's text format for problems with time windows: reading, making, and turning into a problem of whole numbers for the solver. */
@NullMarked
package org.zhiyang.routing.solomon;

import org.jspecify.annotations.NullMarked;
