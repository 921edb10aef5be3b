/** The HTTP side of settlement. */
@NullMarked
package org.zhiyang.funding.settlement.web;

import org.jspecify.annotations.NullMarked;
