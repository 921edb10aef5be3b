/** How plans and changes lie in the schema {@code dispatch}. */
@NullMarked
package org.zhiyang.service.dispatch.store;

import org.jspecify.annotations.NullMarked;
