package org.zhiyang.need.eligibility.domain;

import java.util.List;

/** What one rule of the profile says of an elder.
 *
 *  @param sentence Chinese, from the rule's own words
 *  @param gaps 差在哪: what would have to be different, one sentence each; empty for a yes
 *  @param missing facts nobody knows, in Chinese; only for undecidable
 *  @param usesLevel the rule looked at the ability level: what it gives ends with the level */
public record RuleDecision(String code, int version, String name, Answer answer, Amount amount, String sentence, List<String> gaps, List<String> missing,
    String source, boolean verified, boolean usesLevel) {}
