/** What a person, the clock or news from other modules can do in home care. */
@NullMarked
package org.zhiyang.service.homecare.usecase;

import org.jspecify.annotations.NullMarked;
