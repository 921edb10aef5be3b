package org.zhiyang.platform.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * How to reach the cluster of a data folder: its port on 127.0.0.1 and two generated passwords, kept in
 * {@code <data>/postgres.properties} (mode 600). The administrator only sets the cluster up; the platform works as its owner.
 */
record PostgresAccess(int port, String ownerPassword, String administratorPassword) {
  static final String ADMINISTRATOR = "postgres";
  static final String OWNER = "zhiyang";
  static final String DATABASE = "zhiyang";

  static PostgresAccess generate(int port) {
    return new PostgresAccess(port, newPassword(), newPassword());
  }

  PostgresAccess onPort(int other) {
    return new PostgresAccess(other, ownerPassword, administratorPassword);
  }

  static Optional<PostgresAccess> read(Path dataDirectory) throws IOException {
    var file = file(dataDirectory);
    if (!Files.exists(file)) return Optional.empty();
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return Optional.of(new PostgresAccess(
        Integer.parseInt(properties.getProperty("port")),
        properties.getProperty("password"), properties.getProperty("administrator-password")));
  }

  void write(Path dataDirectory) throws IOException {
    var properties = new Properties();
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("username", OWNER);
    properties.setProperty("password", ownerPassword);
    properties.setProperty("administrator-password", administratorPassword);
    var text = new StringWriter();
    properties.store(text, "How to reach the embedded PostgreSQL on 127.0.0.1; generated, keep it secret");
    var fresh = dataDirectory.resolve("postgres.properties.new");
    Files.deleteIfExists(fresh);
    writePrivately(fresh, text.toString());
    Files.move(fresh, file(dataDirectory), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static void writePrivately(Path file, String text) throws IOException {
    Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?ApplicationName=zhiyang&reWriteBatchedInserts=true".formatted(port, database);
  }

  private static Path file(Path dataDirectory) {
    return dataDirectory.resolve("postgres.properties");
  }

  private static String newPassword() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
