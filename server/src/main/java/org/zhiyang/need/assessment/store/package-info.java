/** How assessments lie in the schema {@code assessment}. */
@NullMarked
package org.zhiyang.need.assessment.store;

import org.jspecify.annotations.NullMarked;
