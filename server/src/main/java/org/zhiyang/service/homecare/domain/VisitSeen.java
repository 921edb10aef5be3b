package org.zhiyang.service.homecare.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the verification rules look at for one visit: the proof, and what happened around it.
 *
 *  @param assigned carers who were sent, by a plan or by hand; empty when nobody was. Whoever came instead is not among them
 *  @param homeLng, homeLat the elder's home, null when unknown
 *  @param neighbors other visits of the same carers whose stay touches or lies beside this one's, on the same day
 *  @param sameServiceThatDay visits of the same service the elder had that day, this one among them
 *  @param signedTogether the most visits of one of the carers, this one among them, whose signatures were received within any window of the batch figure that holds this one's
 *  @param reusedDigests digests of this visit's files that other visits use too; one photo twice in this visit is for the proof to tell
 *  @param elderAbsent in hospital, away, moved or deceased that day
 *  @param cancelledFor why it had been cancelled before somebody reported it, in Chinese; null when it was not
 *  @param unqualified carers whose certificate did not hold or not suffice that day
 *  @param missingLabels fields of proof that are not given */
public record VisitSeen(Visit visit, VisitProof proof, Set<UUID> assigned, @Nullable Double homeLng, @Nullable Double homeLat, List<Neighbor> neighbors, int sameServiceThatDay, int signedTogether,
    Set<String> reusedDigests, boolean elderAbsent, @Nullable String cancelledFor, List<UUID> unqualified, List<String> missingLabels) {

  /** Another visit of a carer: where and when they were. */
  public record Neighbor(UUID visit, UUID carer, Instant in, Instant out, @Nullable Double lng, @Nullable Double lat) {}
}
