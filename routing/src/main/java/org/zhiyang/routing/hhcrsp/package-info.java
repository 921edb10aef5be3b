/** Home visits with two-carer services and soft windows (the HHCRSP of Mankowska, Meisel and Bierwirth, 2014): reading, searching, and the answer. */
@NullMarked
package org.zhiyang.routing.hhcrsp;

import org.jspecify.annotations.NullMarked;
