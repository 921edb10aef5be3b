/** What the desk, the county officer and the news from home care do with call-backs. */
@NullMarked
package org.zhiyang.response.hotline.usecase;

import org.jspecify.annotations.NullMarked;
