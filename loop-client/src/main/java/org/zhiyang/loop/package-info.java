/** An external client that walks the community and home loop over the public API: each act by the account of the person who does it. Used to measure ({@code bin/bench loop}), to try the whole
 *  loop and to look for losses and doublings after a crash. It knows nothing of the server but its API. */
@NullMarked
package org.zhiyang.loop;

import org.jspecify.annotations.NullMarked;
