package org.zhiyang.service.homecare.domain;

import org.zhiyang.service.homecare.VisitFlag;

/** One thing a verification rule found, with what it saw, as a sentence in Chinese. */
public record Finding(VisitFlag flag, String rule, String sentence) {}
