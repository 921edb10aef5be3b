package org.zhiyang.oversight.rating.domain;

import java.util.UUID;

/** The county takes one visit or complaint out of a part, because the provider is not to blame for it. */
public record Correction(Part part, UUID subject, String words) {}
