package org.zhiyang.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The keys of this installation: made at the first start, kept in {@code <data>/keys.properties}, readable by the owner only.
 *  Losing the file makes every sealed identifier unreadable: it belongs into the operator's backup, apart from the database. */
public final class Keys {
  private static final String FILE = "keys.properties";
  private static final byte CURRENT = 1;

  private final byte[] sealing;
  private final byte[] index;

  private Keys(byte[] sealing, byte[] index) {
    this.sealing = sealing;
    this.index = index;
  }

  /** Reads the keys of a data folder, or makes them when there are none yet. */
  public static Keys in(Path dataDirectory) {
    var file = dataDirectory.resolve(FILE);
    try {
      if (Files.notExists(file)) create(file);
      var values = new Properties();
      try (var in = Files.newInputStream(file)) {
        values.load(in);
      }
      return new Keys(hex(values, "sealing.1", 16), hex(values, "index.1", 32));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key file " + file, e);
    }
  }

  byte version() {
    return CURRENT;
  }

  byte[] sealingKey(byte version) {
    if (version != CURRENT) throw new IllegalStateException("no sealing key of version " + version);
    return sealing;
  }

  byte[] indexKey() {
    return index;
  }

  private static void create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var random = new SecureRandom();
    var text = "sealing.1=" + randomHex(random, 16) + "\nindex.1=" + randomHex(random, 32) + "\n";
    var fresh = Files.createTempFile(file.getParent(), FILE, ".new",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String randomHex(SecureRandom random, int bytes) {
    var key = new byte[bytes];
    random.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  private static byte[] hex(Properties values, String name, int bytes) {
    var key = HexFormat.of().parseHex(values.getProperty(name, ""));
    if (key.length != bytes) throw new IllegalStateException("key " + name + " has " + key.length + " bytes, not " + bytes);
    return key;
  }
}
