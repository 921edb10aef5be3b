/** The rooms of Zhiyang, each holding a few modules (ARCHITECTURE.md); here only the way in. */
@NullMarked
package org.zhiyang;

import org.jspecify.annotations.NullMarked;
