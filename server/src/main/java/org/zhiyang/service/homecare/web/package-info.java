/** Home care over HTTP. */
@NullMarked
package org.zhiyang.service.homecare.web;

import org.jspecify.annotations.NullMarked;
