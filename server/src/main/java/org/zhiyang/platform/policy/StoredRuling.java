package org.zhiyang.platform.policy;

import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A ruling as it was stored, for reading: facts keep their order, outcome, parameters and sources stay JSON. */
public record StoredRuling(
    UUID id,
    String ruleCode,
    int ruleVersion,
    String subjectKind,
    UUID subjectId,
    String regionCode,
    boolean healthFacts,
    JsonNode outcome,
    SequencedMap<String, JsonNode> facts,
    JsonNode parameters,
    JsonNode sources,
    List<String> explanation,
    Instant decidedAt,
    String decidedBy) {

  StoredRuling withFacts(SequencedMap<String, JsonNode> others) {
    return new StoredRuling(id, ruleCode, ruleVersion, subjectKind, subjectId, regionCode, healthFacts, outcome, others,
        parameters, sources, explanation, decidedAt, decidedBy);
  }
}
