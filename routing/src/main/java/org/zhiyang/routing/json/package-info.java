/** JSON as the file formats of this module need it: text into values, values with their path, so that a refusal names the place. */
@NullMarked
package org.zhiyang.routing.json;

import org.jspecify.annotations.NullMarked;
