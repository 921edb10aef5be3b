package org.zhiyang.reference;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The one table, made by schema.sql and filled at the first start. */
@Component
class Accounts implements ApplicationRunner {
  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;

  Accounts(JdbcClient jdbc, PasswordEncoder passwords) {
    this.jdbc = jdbc;
    this.passwords = passwords;
  }

  record Account(long id, String username, String displayName) {}

  @Override
  public void run(ApplicationArguments arguments) {
    if (jdbc.sql("select exists (select from account)").query(Boolean.class).single()) return;
    var hash = passwords.encode("reference");
    for (var number = 1; number <= 16; number++) {
      jdbc.sql("insert into account (username, password_hash, display_name) values (:username, :hash, :name)")
          .param("username", "user" + number).param("hash", hash).param("name", "User " + number).update();
    }
  }

  Optional<Account> signIn(String username, String password) {
    var hash = jdbc.sql("select password_hash from account where username = :username").param("username", username).query(String.class).optional();
    if (hash.isEmpty() || !passwords.matches(password, hash.get())) return Optional.empty();
    return list().stream().filter(account -> account.username.equals(username)).findFirst();
  }

  List<Account> list() {
    return jdbc.sql("select id, username, display_name from account order by id").query(Account.class).list();
  }
}
