/** A generated attack: every endpoint, as every role, from the wrong place. */
@NullMarked
package org.zhiyang.scope;

import org.jspecify.annotations.NullMarked;
