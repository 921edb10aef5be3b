/** The rules of a complaint, plain Java. */
@NullMarked
package org.zhiyang.oversight.complaint.domain;

import org.jspecify.annotations.NullMarked;
