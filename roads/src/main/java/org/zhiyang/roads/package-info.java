/** Ways on real roads from an OpenStreetMap extract. A module of its own: nothing of it is loaded before somebody opens an extract. */
@NullMarked
package org.zhiyang.roads;

import org.jspecify.annotations.NullMarked;
