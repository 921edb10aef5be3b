package org.zhiyang.service.homecare.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.service.homecare.domain.VisitEvent;

/** One act as a phone sends it. The id is made by the phone and makes sending it again harmless.
 *
 *  @param qr the text read from the elder's card; {@code pin} the elder's signing PIN, compared and forgotten */
public record PhoneEvent(UUID id, VisitEvent.Kind kind, Instant deviceAt, int seq, VisitEvent.@Nullable Fix position, VisitEvent.@Nullable Method method, @Nullable String qr,
    List<VisitEvent.Item> items, Map<String, Object> fields, @Nullable UUID fileId, @Nullable String text, VisitEvent.Signature.@Nullable Kind signature, @Nullable String pin,
    @Nullable String signer) {}
