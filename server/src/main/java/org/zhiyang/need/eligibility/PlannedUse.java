package org.zhiyang.need.eligibility;

import java.time.LocalDate;

/** A visit somebody thinks of: {@code units} of the item on that day. Nothing is reserved by it. */
public record PlannedUse(LocalDate day, ServiceItem item, int units) {}
