/** Read-only questions for lists and reports. */
@NullMarked
package org.zhiyang.need.assessment.view;

import org.jspecify.annotations.NullMarked;
