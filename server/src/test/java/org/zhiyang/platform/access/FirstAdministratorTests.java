package org.zhiyang.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.zhiyang.testing.Api;
import org.zhiyang.testing.ZhiyangTest;

@ZhiyangTest
class FirstAdministratorTests {
  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired Accounts accounts;
  @Autowired AccountStore store;
  @Autowired Roles roles;
  @Autowired PasswordEncoder passwords;
  @TempDir Path data;

  @Test
  void anEmptyProductionInstallationGetsOneAdministratorWhosePasswordOnlyTheOwnerReads() throws IOException {
    jdbc.sql("update access.account set username = 'administrator-of-the-demo' where username = 'administrator'").update();
    try {
      first(true).run(new DefaultApplicationArguments());

      var file = data.resolve("first-administrator.txt");
      var password = Files.readAllLines(file).get(1).replace("一次性密码 ", "");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
      assertThat(api.signedIn("administrator", password).get("/api/session").body().path("mustChangePassword").asBoolean()).isTrue();
    } finally {
      jdbc.sql("update access.account set username = 'first-administrator-tried', active = false where username = 'administrator'").update();
      jdbc.sql("update access.account set username = 'administrator' where username = 'administrator-of-the-demo'").update();
    }
  }

  @Test
  void twoServersThatStartTogetherMakeOneAndLeaveOneFile() throws IOException {
    first(true).run(new DefaultApplicationArguments());

    assertThat(data).isEmptyDirectory();
  }

  @Test
  void nothingIsMadeWhereAccountsExist() throws IOException {
    first(false).run(new DefaultApplicationArguments());

    assertThat(data).isEmptyDirectory();
  }

  @Test
  void nothingIsMadeInADemo() throws IOException {
    jdbc.sql("update access.account set username = 'administrator-of-the-demo' where username = 'administrator'").update();
    try {
      first(true, false).run(new DefaultApplicationArguments());

      assertThat(data).isEmptyDirectory();
      assertThat(jdbc.sql("select count(*) from access.account where username = 'administrator'").query(Long.class).single()).isZero();
    } finally {
      jdbc.sql("update access.account set username = 'administrator' where username = 'administrator-of-the-demo'").update();
    }
  }

  private FirstAdministrator first(boolean empty) {
    return first(empty, true);
  }

  private FirstAdministrator first(boolean empty, boolean production) {
    var seen = new Accounts(jdbc) {
      @Override
      boolean isEmpty() {
        return empty || accounts.isEmpty();
      }
    };
    return new FirstAdministrator(seen, store, roles, new OneTimePasswords(), passwords, data, production);
  }
}
