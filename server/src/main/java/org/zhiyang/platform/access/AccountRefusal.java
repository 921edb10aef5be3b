package org.zhiyang.platform.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An expected "no" of the administration of accounts. */
abstract sealed class AccountRefusal extends RuntimeException {
  private AccountRefusal(String message) {
    super(message, null, false, false);
  }

  static final class NameTaken extends AccountRefusal {
    NameTaken() {
      super("an account of this name exists");
    }
  }

  /** The actor may not make accounts of this role. */
  static final class RoleNotAllowed extends AccountRefusal {
    final Set<String> allowed;

    RoleNotAllowed(Set<String> allowed) {
      super("not a role you make accounts for");
      this.allowed = allowed;
    }
  }

  /** The region is none of the city's, or not of a level the role works at. */
  static final class WrongRegion extends AccountRefusal {
    final boolean known;
    final List<Integer> levels;

    WrongRegion(boolean known, List<Integer> levels) {
      super("not a region of the level this role works at");
      this.known = known;
      this.levels = levels;
    }
  }

  /** Nobody of this id in the register, or not one of the actor's. */
  static final class UnknownHolder extends AccountRefusal {
    final Tie.Kind kind;

    UnknownHolder(Tie.Kind kind) {
      super("nobody of this id may hold an account");
      this.kind = kind;
    }
  }

  /** One person, one account; also a closed one, which is opened again instead. */
  static final class HasAccount extends AccountRefusal {
    final Tie.Kind kind;

    HasAccount(Tie.Kind kind) {
      super("has an account already");
      this.kind = kind;
    }
  }

  static final class NotYourself extends AccountRefusal {
    NotYourself() {
      super("nobody does this to their own account");
    }
  }

  static final class LastAdministrator extends AccountRefusal {
    LastAdministrator() {
      super("the last active administrator stays");
    }
  }

  /** The account is closed, or is open already. */
  static final class WrongState extends AccountRefusal {
    final boolean closed;

    WrongState(UUID account, boolean closed) {
      super("account " + account + (closed ? " is closed" : " is open"));
      this.closed = closed;
    }
  }
}
