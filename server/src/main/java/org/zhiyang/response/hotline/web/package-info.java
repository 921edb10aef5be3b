/** The desk's endpoints. */
@NullMarked
package org.zhiyang.response.hotline.web;

import org.jspecify.annotations.NullMarked;
