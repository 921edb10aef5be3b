package org.zhiyang.service.dispatch.domain;

/** DRAFT (proposed, one at most for a provider's day) → PUBLISHED (carers and elders were told) → SUPERSEDED by a later one; a draft is superseded by the next draft. */
public enum PlanStatus { DRAFT, PUBLISHED, SUPERSEDED }
