package org.zhiyang.platform.access;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes the one account from which all others of a production installation come. Its one-time password stands in {@code <data>/first-administrator.txt}, readable by the
 *  owner of the process only; the file is worthless once the password was changed. Does nothing when accounts exist, and never in the demo. */
@Component
class FirstAdministrator implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final String USERNAME = "administrator";

  private final Accounts accounts;
  private final AccountStore store;
  private final Roles roles;
  private final OneTimePasswords oneTime;
  private final PasswordEncoder passwords;
  private final Path file;
  private final boolean production;

  FirstAdministrator(Accounts accounts, AccountStore store, Roles roles, OneTimePasswords oneTime, PasswordEncoder passwords,
      @Value("${zhiyang.data-directory:./data}") Path dataDirectory, @Value("${zhiyang.production:false}") boolean production) {
    this.accounts = accounts;
    this.store = store;
    this.roles = roles;
    this.oneTime = oneTime;
    this.passwords = passwords;
    this.file = dataDirectory.toAbsolutePath().normalize().resolve("first-administrator.txt");
    this.production = production;
  }

  /** The file first: a crash in between leaves a file without an account, which the next start makes good. */
  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (!production || !accounts.isEmpty()) return;
    var role = roles.list().stream().filter(r -> r.administers().contains(r.key())).findFirst().orElseThrow();
    var password = oneTime.next();
    write(List.of("账号 " + USERNAME, "一次性密码 " + password, "第一次登录时必须改密码；改好后请删除这个文件。"));
    var made = store.insert(Generators.timeBasedEpochGenerator().generate(), USERNAME, role.name(), role.key(),
        new Belongings.Belonging(null, null, null, null, Map.of(), null), passwords.encode(password), Instant.now().plus(OneTimePasswords.VALID));
    if (made) log.warn("已建立第一个系统管理员账号，一次性密码在 {}", file);
    else Files.delete(file); // another server of this database was quicker
  }

  private void write(List<String> lines) throws IOException {
    Files.createDirectories(file.getParent());
    var fresh = Files.createTempFile(file.getParent(), "first-administrator", ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, lines);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
