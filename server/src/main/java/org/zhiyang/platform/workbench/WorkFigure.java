package org.zhiyang.platform.workbench;

import org.jspecify.annotations.Nullable;

/** One figure of the actor's area with the way to its records; {@code yesterday} is null when not known. */
public record WorkFigure(String key, String label, long value, String unit, @Nullable Long yesterday, String path) {}
