package org.zhiyang.platform.policy;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.Scope;
import org.zhiyang.platform.access.ScopeColumns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps every decision forever: rows are added in the transaction of the act they belong to and never changed (a trigger
 * of the database refuses). Storing the same ruling twice keeps two.
 */
@Component
public class RulingStore {

  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RulingStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * What a ruling is about.
   *
   * @param kind module word of the thing decided, for example "assessment"
   * @param region 12-digit division code of the person or place it concerns: who may not see that area may not see the ruling
   * @param elder the elder it concerns, who may see it too; null when it is not about a person
   * @param healthFacts true when the facts tell about somebody's health: staff need the permission health.read for them
   */
  public record Subject(String kind, UUID id, String region, @Nullable UUID elder, boolean healthFacts) {}

  /** Adds the ruling; must run inside the deciding transaction. {@code decidedBy} is an account id, or "clock". */
  @Transactional(propagation = Propagation.MANDATORY)
  public RulingId store(Ruling<?> ruling, Subject subject, Instant decidedAt, String decidedBy) {
    var id = IDS.generate();
    jdbc.sql("""
        insert into policy.ruling (id, rule_code, rule_version, subject_kind, subject_id, region_code, elder_id, health_facts,
          outcome, facts, parameters, sources, explanation, decided_at, decided_by)
        values (:id, :rule, :version, :kind, :subject, :region, :elder, :health, :outcome::jsonb, :facts::jsonb,
          :parameters::jsonb, :sources::jsonb, :explanation::jsonb, :at, :by)""")
        .param("id", id).param("rule", ruling.rule()).param("version", ruling.version())
        .param("kind", subject.kind()).param("subject", subject.id()).param("region", subject.region())
        .param("elder", subject.elder()).param("health", subject.healthFacts())
        .param("outcome", json.writeValueAsString(ruling.outcome()))
        .param("facts", json.writeValueAsString(
            ruling.facts().entrySet().stream().map(f -> new Fact(f.getKey(), f.getValue())).toList()))
        .param("parameters", json.writeValueAsString(ruling.parameters()))
        .param("sources", json.writeValueAsString(ruling.sources()))
        .param("explanation", json.writeValueAsString(ruling.explanation()))
        .param("at", decidedAt.atOffset(ZoneOffset.UTC)).param("by", decidedBy)
        .update();
    return new RulingId(id);
  }

  /** The stored ruling as it was written, if the scope reaches it; its outcome stays JSON: old versions of a rule stay readable. */
  public Optional<StoredRuling> find(RulingId id, Scope scope) {
    var reached = scope.on(ScopeColumns.regionAndElder("region_code", "elder_id"));
    return jdbc.sql("""
        select id, rule_code, rule_version, subject_kind, subject_id, region_code, health_facts, outcome, facts, parameters,
          sources, explanation, decided_at, decided_by
        from policy.ruling where id = :id and\s""" + reached.sql())
        .param("id", id.value()).params(reached.params())
        .query((row, n) -> new StoredRuling(
            row.getObject("id", UUID.class), row.getString("rule_code"), row.getInt("rule_version"),
            row.getString("subject_kind"), row.getObject("subject_id", UUID.class), row.getString("region_code"), row.getBoolean("health_facts"),
            json.readTree(row.getString("outcome")), facts(row.getString("facts")),
            json.readTree(row.getString("parameters")), json.readTree(row.getString("sources")),
            json.readTree(row.getString("explanation")).valueStream().map(JsonNode::asString).toList(),
            row.getObject("decided_at", OffsetDateTime.class).toInstant(), row.getString("decided_by")))
        .optional();
  }

  private SequencedMap<String, JsonNode> facts(String stored) {
    var facts = new LinkedHashMap<String, JsonNode>();
    json.readTree(stored).forEach(fact -> facts.put(fact.path("name").asString(), fact.path("value")));
    return facts;
  }

  private record Fact(String name, Object value) {}
}
