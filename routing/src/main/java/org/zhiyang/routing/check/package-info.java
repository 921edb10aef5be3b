/** Proves plans from the problem's own figures. Shares no code with the solvers: of the module it knows only the public problems, never a search. */
@NullMarked
package org.zhiyang.routing.check;

import org.jspecify.annotations.NullMarked;
