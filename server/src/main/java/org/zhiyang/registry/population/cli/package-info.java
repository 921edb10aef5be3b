@NullMarked
package org.zhiyang.registry.population.cli;

import org.jspecify.annotations.NullMarked;
