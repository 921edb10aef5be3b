/** The simulated bank, a separate process. */
@NullMarked
package org.zhiyang.funding.settlement.cli;

import org.jspecify.annotations.NullMarked;
