package org.zhiyang.platform.clock;

import java.time.LocalDate;

/** The demo clock was moved forward; {@code today} is the new business day. */
public record BusinessClockMoved(LocalDate today) {}
