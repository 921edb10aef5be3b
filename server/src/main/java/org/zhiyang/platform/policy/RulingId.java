package org.zhiyang.platform.policy;

import java.util.UUID;

/** Identifier of a stored ruling (UUID version 7). */
public record RulingId(UUID value) {}
