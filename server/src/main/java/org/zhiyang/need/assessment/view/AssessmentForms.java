package org.zhiyang.need.assessment.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.domain.Grading;
import org.zhiyang.need.assessment.domain.Signature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Signatures and result of one assessment, read without locking it; the caller has checked the scope. */
@Component
public class AssessmentForms {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AssessmentForms(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public List<Signature> signatures(UUID id) {
    return json.readValue(jdbc.sql("select signatures from assessment.assessment where id = :id").param("id", id)
        .query(String.class).single(), new TypeReference<>() {});
  }

  /** Empty before grading. */
  public Optional<Grading> grading(UUID id) {
    return jdbc.sql("select grading from assessment.assessment where id = :id and grading is not null").param("id", id)
        .query(String.class).optional().map(text -> json.readValue(text, Grading.class));
  }

  /** Names of assessors by account, for showing. */
  public Map<UUID, String> assessorNames(List<UUID> accounts) {
    if (accounts.isEmpty()) {
      return Map.of();
    }
    var names = new HashMap<UUID, String>();
    jdbc.sql("select account_id, name from assessment.assessor where account_id in (:accounts)").param("accounts", accounts)
        .query(row -> {
          names.put(row.getObject("account_id", UUID.class), row.getString("name"));
        });
    return names;
  }
}
