/** Lists and answers, read-only. */
@NullMarked
package org.zhiyang.response.hotline.view;

import org.jspecify.annotations.NullMarked;
