/** The assessment's HTTP face; translates only. */
@NullMarked
package org.zhiyang.need.assessment.web;

import org.jspecify.annotations.NullMarked;
