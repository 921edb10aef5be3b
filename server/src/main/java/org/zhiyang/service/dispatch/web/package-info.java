/** The HTTP face of dispatch; translates only. */
@NullMarked
package org.zhiyang.service.dispatch.web;

import org.jspecify.annotations.NullMarked;
