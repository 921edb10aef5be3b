/** Statements, differences, batches and bank files as plain rules: no database, no web. */
@NullMarked
package org.zhiyang.funding.settlement.domain;

import org.jspecify.annotations.NullMarked;
