/** Call-backs in the database. */
@NullMarked
package org.zhiyang.response.hotline.store;

import org.jspecify.annotations.NullMarked;
