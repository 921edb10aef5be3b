package org.zhiyang.service.homecare;

import java.time.LocalDate;
import java.time.LocalTime;
import org.zhiyang.registry.workforce.CarerId;

/** One carer's part in a visit as it stands: when, how long, where. */
public record StandingVisit(CarerId carer, LocalDate day, LocalTime from, int minutes, double lng, double lat) {}
