package org.zhiyang.platform.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of one stored file.
 *
 *  @param digest SM3 of the content, 64 hex digits: equal contents have equal digests, however often they are brought
 *  @param broughtBy the account that brought it; {@code organization} the one it worked for, null for public staff and families */
public record StoredFile(UUID id, String digest, String mediaType, long bytes, UUID broughtBy, @Nullable UUID organization, Instant broughtAt) {}
