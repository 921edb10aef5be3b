package org.zhiyang.platform.access;

import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The acts other modules may ask of access. */
@Component
public class AccessCommands {
  private final Accounts accounts;
  private final PasswordEncoder passwords;

  AccessCommands(Accounts accounts, PasswordEncoder passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  @Transactional
  public UUID create(NewAccount account) {
    return accounts.insert(account, passwords.encode(account.password()));
  }

  /** Lets an account act for an elder, e.g. after a proxy was recorded. Twice is once. */
  @Transactional
  public void represent(UUID account, UUID elder, NewAccount.Relation relation) {
    accounts.represent(account, elder, relation);
  }

  public boolean hasNoAccounts() {
    return accounts.isEmpty();
  }
}
