package org.zhiyang.platform.access;

import java.util.Set;
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

  /** The elders who entrust this family member have changed: an account of the member, if there is one, speaks for exactly these from its next call on. */
  @Transactional
  public void entrust(UUID member, Set<UUID> elders) {
    accounts.entrust(member, elders);
  }

  public boolean hasNoAccounts() {
    return accounts.isEmpty();
  }
}
