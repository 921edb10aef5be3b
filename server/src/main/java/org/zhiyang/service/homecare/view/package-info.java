/** Read-only queries for lists, phones and other modules. */
@NullMarked
package org.zhiyang.service.homecare.view;

import org.jspecify.annotations.NullMarked;
