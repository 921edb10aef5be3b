package org.zhiyang.need.assessment.store;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiyang.need.assessment.domain.AssessmentRefusal;
import org.zhiyang.need.assessment.domain.Assessor;
import org.zhiyang.need.assessment.domain.Assessors;
import org.zhiyang.registry.workforce.WorkforceQueries;

/** The assessors of the register of staff who have an account, with the relatives they declared here. */
@Repository
class WorkforceAssessors implements Assessors {

  private final WorkforceQueries workforce;
  private final JdbcClient jdbc;

  WorkforceAssessors(WorkforceQueries workforce, JdbcClient jdbc) {
    this.workforce = workforce;
    this.jdbc = jdbc;
  }

  @Override
  public Assessor get(UUID account) {
    return workforce.findAssessorByAccount(account).map(this::assessor).orElseThrow(() -> new AssessmentRefusal.NotAnAssessor(account));
  }

  @Override
  public List<Assessor> list() {
    return workforce.assessorsWithAccount().stream().map(this::assessor).toList();
  }

  private Assessor assessor(org.zhiyang.registry.workforce.Assessor a) {
    var account = Objects.requireNonNull(a.accountId());
    var relatives = jdbc.sql("select elder_id from assessment.assessor_relative where account_id = :account")
        .param("account", account).query(UUID.class).list();
    return new Assessor(account, a.name(), a.regionCode(), a.medicalBackground(), a.qualification(), a.certifiedFrom(),
        a.certifiedTo(), new HashSet<>(relatives));
  }

  @Override
  public void declareRelative(UUID account, UUID elder) {
    jdbc.sql("insert into assessment.assessor_relative (account_id, elder_id) values (:account, :elder) on conflict do nothing")
        .param("account", account).param("elder", elder).update();
  }
}
