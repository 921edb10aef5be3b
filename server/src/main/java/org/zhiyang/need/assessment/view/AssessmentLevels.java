package org.zhiyang.need.assessment.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhiyang.need.assessment.AbilityLevel;
import org.zhiyang.need.assessment.AssessmentId;
import org.zhiyang.need.assessment.AssessmentQueries;
import org.zhiyang.need.assessment.CurrentLevel;
import org.zhiyang.registry.elder.ElderId;

/** Answers other modules: on a day the newest level that had taken effect by then decides, until its last day. */
@Component
class AssessmentLevels implements AssessmentQueries {

  private static final String SELECT = """
      select distinct on (elder_id) elder_id, id, final_level, effective_on, valid_until
      from assessment.assessment
      where elder_id in (:elders) and effective_on <= :day and status in ('EFFECTIVE', 'EXPIRED', 'SUPERSEDED')
      order by elder_id, effective_on desc, id desc""";

  private final JdbcClient jdbc;

  AssessmentLevels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<CurrentLevel> findLevelOf(ElderId elder, LocalDate day) {
    return Optional.ofNullable(listLevelsOf(Set.of(elder), day).get(elder));
  }

  @Override
  public Map<ElderId, CurrentLevel> listLevelsOf(Collection<ElderId> elders, LocalDate day) {
    var levels = new HashMap<ElderId, CurrentLevel>();
    if (!elders.isEmpty()) {
      jdbc.sql(SELECT).param("elders", elders.stream().map(ElderId::value).toList()).param("day", day)
          .query(row -> {
            levels.put(new ElderId(row.getObject("elder_id", UUID.class)), read(row));
          });
      levels.values().removeIf(level -> level.validUntil().isBefore(day));
    }
    return levels;
  }

  private static CurrentLevel read(ResultSet row) throws SQLException {
    return new CurrentLevel(new AssessmentId(row.getObject("id", UUID.class)), AbilityLevel.valueOf(row.getString("final_level")),
        row.getObject("effective_on", LocalDate.class), row.getObject("valid_until", LocalDate.class));
  }

  @Override
  public Optional<AssessmentId> findOpenOf(ElderId elder) {
    return jdbc.sql("""
        select id from assessment.assessment
        where elder_id = :elder and status in ('REQUESTED', 'SCHEDULED', 'STARTED', 'SIGNED', 'IN_PUBLICITY')""")
        .param("elder", elder.value()).query(UUID.class).optional().map(AssessmentId::new);
  }

  @Override
  public boolean wasEverAssessed(ElderId elder) {
    return jdbc.sql("select exists (select 1 from assessment.assessment where elder_id = :elder and effective_on is not null)")
        .param("elder", elder.value()).query(Boolean.class).single();
  }
}
