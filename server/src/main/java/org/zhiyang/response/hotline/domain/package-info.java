/** The rules of a call-back, plain Java. */
@NullMarked
package org.zhiyang.response.hotline.domain;

import org.jspecify.annotations.NullMarked;
