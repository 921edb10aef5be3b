/** Planning of routes in plain Java: the port, the hard rules, the heuristic, the reasons. */
@NullMarked
package org.zhiyang.service.dispatch.domain;

import org.jspecify.annotations.NullMarked;
