package org.zhiyang.platform.access;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.AccountDirectory.AccountView;
import org.zhiyang.platform.access.AccountHolders.Holder;
import org.zhiyang.platform.access.Belongings.Asked;
import org.zhiyang.platform.access.Belongings.Belonging;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.NotFound;
import org.zhiyang.platform.web.StaleVersion;

/** Makes, changes, closes and opens accounts within what the actor's role administers. Passwords leave here once, in the answer, and are stored as digests only. */
@Component
class AccountAdministration {
  /** Carers in one call: each costs a deliberately slow digest. */
  static final int MOST_AT_ONCE = 200;
  private static final int LONGEST_NAME = 60;

  private final AccountStore store;
  private final AccountDirectory directory;
  private final Belongings belongings;
  private final Roles roles;
  private final OneTimePasswords oneTime;
  private final PasswordEncoder passwords;

  AccountAdministration(AccountStore store, AccountDirectory directory, Belongings belongings, Roles roles, OneTimePasswords oneTime, PasswordEncoder passwords) {
    this.store = store;
    this.directory = directory;
    this.belongings = belongings;
    this.roles = roles;
    this.oneTime = oneTime;
    this.passwords = passwords;
  }

  record Made(AccountView account, String initialPassword, Instant validUntil) {}

  /** Carers left out because they have an account, and how many more are waiting beyond {@link #MOST_AT_ONCE}. */
  record MadeCarers(List<Made> made, List<Holder> hadAccount, int left) {}

  @Transactional
  Made create(Actor actor, String username, @Nullable String displayName, String roleKey, Asked asked) {
    var role = allowed(actor, roleKey);
    var belonging = belongings.of(actor, role, asked);
    refuseSecond(role, belonging);
    if (store.isTaken(username)) throw new AccountRefusal.NameTaken();
    var password = oneTime.next();
    return make(actor, role, username, name(displayName, role, belonging), belonging, password, passwords.encode(password));
  }

  /** Accounts for carers of one provider who have none: for those listed, or for all. */
  @Transactional
  MadeCarers createForCarers(Actor actor, UUID organization, List<UUID> listed) {
    var role = roles.list().stream().filter(r -> r.tie().kind() == Tie.Kind.CARER).findFirst().orElseThrow();
    allowed(actor, role.key());
    if (listed.size() > MOST_AT_ONCE) throw new InvalidInput("carerIds", "size");
    if (belongings.find(Tie.Kind.ORGANIZATION, organization).isEmpty()) throw new AccountRefusal.UnknownHolder(Tie.Kind.ORGANIZATION);
    var holders = belongings.search(actor, Tie.Kind.CARER, "", organization, Integer.MAX_VALUE);
    if (actor.role().reach() == Role.Reach.ORGANIZATION && !organization.equals(actor.organizationId())) throw new AccountRefusal.UnknownHolder(Tie.Kind.ORGANIZATION);
    if (!listed.isEmpty()) {
      if (!holders.stream().map(Holder::id).toList().containsAll(listed)) throw new AccountRefusal.UnknownHolder(Tie.Kind.CARER);
      holders = holders.stream().filter(h -> listed.contains(h.id())).toList();
    }
    var with = store.carersWithAccount(holders.stream().map(Holder::id).toList());
    var without = holders.stream().filter(h -> !with.contains(h.id())).toList();
    var now = without.stream().limit(MOST_AT_ONCE).toList();
    var secrets = now.stream().map(h -> oneTime.next()).toList();
    var digests = secrets.parallelStream().map(passwords::encode).toList();
    var made = new ArrayList<Made>();
    for (var i = 0; i < now.size(); i++) {
      var holder = now.get(i);
      var belonging = new Belonging(null, holder.organizationId(), holder.id(), null, holder.elders(), holder);
      made.add(make(actor, role, store.nextCarerUsername(), holder.name(), belonging, secrets.get(i), digests.get(i)));
    }
    return new MadeCarers(made, holders.stream().filter(h -> with.contains(h.id())).toList(), without.size() - now.size());
  }

  private Made make(Actor actor, Role role, String username, String displayName, Belonging belonging, String password, String digest) {
    var id = Generators.timeBasedEpochGenerator().generate();
    var until = Instant.now().plus(OneTimePasswords.VALID);
    if (!store.insert(id, username, displayName, role.key(), belonging, digest, until)) { // somebody was quicker
      if (store.isTaken(username)) throw new AccountRefusal.NameTaken();
      throw new AccountRefusal.HasAccount(role.tie().kind());
    }
    belongings.linked(role, belonging, id);
    return new Made(get(actor, id), password, until);
  }

  private Role allowed(Actor actor, String key) {
    var role = roles.find(key).orElseThrow(() -> new InvalidInput("role", "invalid"));
    if (!actor.role().administers().contains(key)) throw new AccountRefusal.RoleNotAllowed(actor.role().administers());
    return role;
  }

  private void refuseSecond(Role role, Belonging belonging) {
    var holder = belonging.holder();
    if (holder == null) return;
    if (holder.accountId() != null || store.hasAccount(role.tie().kind(), holder.id())) throw new AccountRefusal.HasAccount(role.tie().kind());
  }

  /** People go by their own name unless another was given; staff of a place and organisations need one. */
  private static String name(@Nullable String given, Role role, Belonging belonging) {
    var name = given == null ? "" : given.strip();
    if (name.isEmpty() && belonging.holder() != null && role.tie().kind() != Tie.Kind.ORGANIZATION) return belonging.holder().name();
    if (name.isEmpty()) throw new InvalidInput("displayName", "required");
    if (name.length() > LONGEST_NAME) throw new InvalidInput("displayName", "size");
    return name;
  }

  /** A new display name and, where the role allows another, a new place; people stay who they are, what follows from their record is read again. */
  @Transactional
  AccountView change(Actor actor, UUID id, long version, String displayName, @Nullable String regionCode, @Nullable UUID organization) {
    var account = get(actor, id);
    if (account.version() != version) throw new StaleVersion(account.version());
    var role = roles.get(account.role());
    var belonging = switch (role.tie().kind()) {
      case REGION, ORGANIZATION, CARER -> belongings.of(actor, role, new Asked(regionCode, organization, account.carerId(), null, null, null));
      case PROXY -> account.memberId() == null ? null : belongings.find(Tie.Kind.PROXY, account.memberId())
          .map(h -> new Belonging(null, null, null, h.id(), h.elders(), h)).orElseThrow(() -> new AccountRefusal.UnknownHolder(Tie.Kind.PROXY));
      case ASSESSOR, ELDER, NONE -> null;
    };
    if (!store.change(id, version, name(displayName, role, new Belonging(null, null, null, null, java.util.Map.of(), null)), belonging)) throw new StaleVersion(get(actor, id).version());
    return get(actor, id);
  }

  @Transactional
  Made resetPassword(Actor actor, UUID id) {
    var account = get(actor, id);
    if (actor.accountId().equals(id)) throw new AccountRefusal.NotYourself();
    if (account.status() == AccountDirectory.Status.CLOSED) throw new AccountRefusal.WrongState(id, true);
    var password = oneTime.next();
    var until = Instant.now().plus(OneTimePasswords.VALID);
    store.resetPassword(id, passwords.encode(password), until);
    return new Made(get(actor, id), password, until);
  }

  @Transactional
  AccountView close(Actor actor, UUID id, String reason) {
    var account = get(actor, id);
    if (actor.accountId().equals(id)) throw new AccountRefusal.NotYourself();
    var role = roles.get(account.role());
    if (role.administers().contains(role.key()) && !store.lockOthersOfRole(role.key(), id)) throw new AccountRefusal.LastAdministrator();
    if (!store.close(id, reason)) throw new AccountRefusal.WrongState(id, true);
    return get(actor, id);
  }

  /** Opens a closed account again; its holder must still be in the register. */
  @Transactional
  AccountView open(Actor actor, UUID id) {
    var account = get(actor, id);
    if (account.carerId() != null && belongings.find(Tie.Kind.CARER, account.carerId()).isEmpty()) throw new AccountRefusal.UnknownHolder(Tie.Kind.CARER);
    if (!store.open(id)) throw new AccountRefusal.WrongState(id, false);
    return get(actor, id);
  }

  AccountView get(Actor actor, UUID id) {
    return directory.find(actor, id).orElseThrow(NotFound::new);
  }
}
