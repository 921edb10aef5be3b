import java.io.FileReader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Properties;

/** Prints how many rows were inserted, changed and deleted in the database of a data folder since its statistics began. */
class RowsWritten {
  public static void main(String[] args) throws Exception {
    var access = new Properties();
    try (var file = new FileReader(Path.of(args[0], "postgres.properties").toFile())) {
      access.load(file);
    }
    var url = "jdbc:postgresql://127.0.0.1:" + access.getProperty("port") + "/zhiyang";
    try (var connection = DriverManager.getConnection(url, access.getProperty("username"), access.getProperty("password")); var statement = connection.createStatement()) {
      var rows = statement.executeQuery("select coalesce(sum(n_tup_ins), 0) as inserted, coalesce(sum(n_tup_upd), 0) as changed, coalesce(sum(n_tup_del), 0) as deleted from pg_stat_user_tables");
      rows.next();
      System.out.println(rows.getLong(1) + " " + rows.getLong(2) + " " + rows.getLong(3));
    }
  }
}
