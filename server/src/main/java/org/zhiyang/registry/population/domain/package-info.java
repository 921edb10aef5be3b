@NullMarked
package org.zhiyang.registry.population.domain;

import org.jspecify.annotations.NullMarked;
