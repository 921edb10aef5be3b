/** Scores and improvement tasks in the database. */
@NullMarked
package org.zhiyang.oversight.rating.store;

import org.jspecify.annotations.NullMarked;
