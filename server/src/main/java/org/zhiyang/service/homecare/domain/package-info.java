/** Rules and values of home care, plain Java. */
@NullMarked
package org.zhiyang.service.homecare.domain;

import org.jspecify.annotations.NullMarked;
