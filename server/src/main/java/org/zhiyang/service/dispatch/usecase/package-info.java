/** What dispatchers and the clock do: make a plan, publish it, assign by hand, take back. */
@NullMarked
package org.zhiyang.service.dispatch.usecase;

import org.jspecify.annotations.NullMarked;
