package org.zhiyang.need.assessment.domain;

import java.util.List;
import java.util.SequencedMap;
import org.zhiyang.need.assessment.AbilityLevel;

/**
 * The result page of an assessment (C.1 to C.5).
 *
 * @param total 0..90
 * @param dimensions score of each dimension, in the order of the instrument
 * @param initialLevel by the band of the total
 * @param finalLevel after the level changes
 * @param changes keys of every level change that holds, in the instrument's order, also where the level stays the same
 */
public record Grading(
    int total,
    SequencedMap<String, Integer> dimensions,
    AbilityLevel initialLevel,
    AbilityLevel finalLevel,
    List<String> changes) {}
