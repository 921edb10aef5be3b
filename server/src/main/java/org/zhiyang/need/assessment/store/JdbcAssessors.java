package org.zhiyang.need.assessment.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiyang.need.assessment.domain.AssessmentRefusal;
import org.zhiyang.need.assessment.domain.Assessor;
import org.zhiyang.need.assessment.domain.Assessors;

/** The register of assessors in {@code assessment.assessor} and {@code assessment.assessor_relative}. */
@Repository
class JdbcAssessors implements Assessors {

  private static final String SELECT = """
      select account_id, name, region_code, medical_background, qualification, certified_from, certified_to
      from assessment.assessor""";

  private final JdbcClient jdbc;

  JdbcAssessors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Assessor get(UUID account) {
    return jdbc.sql(SELECT + " where account_id = :account").param("account", account).query(this::read).optional()
        .orElseThrow(() -> new AssessmentRefusal.NotAnAssessor(account));
  }

  @Override
  public List<Assessor> list() {
    return jdbc.sql(SELECT + " order by name, account_id").query(this::read).list();
  }

  private Assessor read(ResultSet row, int n) throws SQLException {
    var account = row.getObject("account_id", UUID.class);
    var relatives = jdbc.sql("select elder_id from assessment.assessor_relative where account_id = :account")
        .param("account", account).query(UUID.class).list();
    return new Assessor(account, row.getString("name"), row.getString("region_code"), row.getBoolean("medical_background"), row.getString("qualification"),
        row.getObject("certified_from", LocalDate.class), row.getObject("certified_to", LocalDate.class), new HashSet<>(relatives));
  }

  @Override
  public void save(Assessor assessor) {
    jdbc.sql("""
        insert into assessment.assessor (account_id, name, region_code, medical_background, qualification, certified_from, certified_to)
        values (:account, :name, :region, :medical, :qualification, :from, :to)
        on conflict (account_id) do update set name = excluded.name, region_code = excluded.region_code, medical_background = excluded.medical_background,
          qualification = excluded.qualification, certified_from = excluded.certified_from, certified_to = excluded.certified_to""")
        .param("account", assessor.account()).param("name", assessor.name()).param("region", assessor.region()).param("medical", assessor.medicalBackground())
        .param("qualification", assessor.qualification()).param("from", assessor.certifiedFrom()).param("to", assessor.certifiedTo())
        .update();
    assessor.relatives().forEach(elder -> jdbc.sql("""
        insert into assessment.assessor_relative (account_id, elder_id) values (:account, :elder) on conflict do nothing""")
        .param("account", assessor.account()).param("elder", elder).update());
  }
}
