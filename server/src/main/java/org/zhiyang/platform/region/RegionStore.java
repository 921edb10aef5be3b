package org.zhiyang.platform.region;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiyang.platform.city.ProfileFiles;

/**
 * Keeps the table of divisions equal to the profile: filled by COPY when the profile's digest differs from the stored one, else left alone.
 * Divisions that the profile no longer lists stay in the table as unlisted, since records may point to them; they are not offered any more.
 * Safe when several servers start at once: a transaction lock lets one work, the others find the work done.
 */
@Component
class RegionStore {

  private static final Logger log = LoggerFactory.getLogger(RegionStore.class);
  private static final String COLUMNS = "code, name, level, kind, parent_code, full_name, lng, lat, position_quality";

  private final ProfileFiles files;
  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  RegionStore(ProfileFiles files, JdbcTemplate template, JdbcClient jdbc, TransactionTemplate transaction) {
    this.files = files;
    this.template = template;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Brings the table up to date and answers what it lists. */
  RegionTree upToDate() {
    return transaction.execute(t -> {
      jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('region.region'))").query(Integer.class).single();
      var digest = files.digest(ProfileRegions.REGIONS, ProfileRegions.TOWNS, ProfileRegions.BOUNDARIES);
      var stored = jdbc.sql("select digest from region.source where city = :city").param("city", files.city()).query(String.class).optional();
      if (!stored.equals(java.util.Optional.of(digest))) {
        fill(ProfileRegions.read(files), digest);
      }
      return load();
    });
  }

  private void fill(RegionTree tree, String digest) {
    template.execute((ConnectionCallback<Long>) connection -> copy(connection, tree));
    jdbc.sql("""
        insert into region.region (code, name, level, kind, parent_code, full_name, lng, lat, position_quality, listed)
        select code, name, level, kind, parent_code, full_name, lng, lat, position_quality, true from incoming_region
        on conflict (code) do update set name = excluded.name, level = excluded.level, kind = excluded.kind,
          parent_code = excluded.parent_code, full_name = excluded.full_name, lng = excluded.lng, lat = excluded.lat,
          position_quality = excluded.position_quality, listed = true""").update();
    var unlisted = jdbc.sql("""
        update region.region r set listed = false
        where r.listed and not exists (select from incoming_region i where i.code = r.code)""").update();
    jdbc.sql("delete from region.source").update();
    jdbc.sql("insert into region.source (city, digest) values (:city, :digest)").param("city", files.city()).param("digest", digest).update();
    log.info("{} divisions of {} stored, {} no longer listed", tree.all().size(), files.city(), unlisted);
  }

  private static Long copy(Connection connection, RegionTree tree) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("create temporary table incoming_region (like region.region including defaults) on commit drop");
      var rows = new StringBuilder();
      tree.all().forEach(region -> append(rows, region));
      return connection.unwrap(PGConnection.class).getCopyAPI()
          .copyIn("copy incoming_region (" + COLUMNS + ") from stdin (format csv)", new StringReader(rows.toString()));
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  /** One CSV line; an empty field without quotes is null. */
  private static void append(StringBuilder rows, Region region) {
    var position = region.position();
    rows.append(region.code()).append(',').append(quoted(region.name())).append(',').append(region.level()).append(',')
        .append(region.kind()).append(',').append(region.parent() == null ? "" : region.parent().value()).append(',')
        .append(quoted(region.fullName())).append(',').append(position == null ? "" : position.lng()).append(',')
        .append(position == null ? "" : position.lat()).append(',').append(quoted(region.positionQuality())).append('\n');
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private RegionTree load() {
    return new RegionTree(jdbc.sql("select " + COLUMNS + " from region.region where listed order by code").query((row, n) -> {
      var parent = row.getString("parent_code");
      var lng = row.getObject("lng", Double.class);
      return new Region(new RegionCode(row.getString("code")), row.getString("name"), row.getInt("level"), RegionKind.valueOf(row.getString("kind")),
          parent == null ? null : new RegionCode(parent), row.getString("full_name"), lng == null ? null : new Position(lng, row.getDouble("lat")),
          row.getString("position_quality"));
    }).list());
  }
}
