/** The {@code zhiyang} file format of a care problem and its answer: docs/contracts/care-problem.md. */
@NullMarked
package org.zhiyang.routing.care.format;

import org.jspecify.annotations.NullMarked;
