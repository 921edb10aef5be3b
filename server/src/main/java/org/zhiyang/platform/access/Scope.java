package org.zhiyang.platform.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whose records somebody may see: the one place where data scope becomes SQL. Every query of people, orders or money takes a scope and adds
 *  {@link #on(ScopeColumns)} to its conditions. A kind of scope that a query has no column for sees nothing. */
public sealed interface Scope {
  SqlCondition on(ScopeColumns columns);

  /** Every region from {@code from} to before {@code to}, both 12-digit codes: a county officer of 330502000000 has [330502000000, 330503000000). */
  record Region(String from, String to) implements Scope {
    @Override
    public SqlCondition on(ScopeColumns columns) {
      if (columns.region() == null) return SqlCondition.NONE;
      return new SqlCondition("(" + columns.region() + " >= :scopeFrom and " + columns.region() + " < :scopeTo)", Map.of("scopeFrom", from, "scopeTo", to));
    }

    /** The region and everything below it; trailing zero groups of the code tell its level (2, 2, 2, 3 and 3 digits). */
    public static Region below(String code) {
      if (!code.matches("\\d{12}")) throw new IllegalArgumentException("a region code has 12 digits");
      var digits = DIGITS_OF_LEVEL.get(levelOf(code) - 1);
      if (code.equals("000000000000")) return new Region("000000000000", "999999999999");
      var next = Long.parseLong(code.substring(0, digits)) + 1;
      var to = String.format("%0" + digits + "d", next) + "0".repeat(12 - digits);
      return new Region(code, to);
    }

    private static final List<Integer> DIGITS_OF_LEVEL = List.of(2, 4, 6, 9, 12);

    /** 1 province, 2 city, 3 county, 4 town, 5 village. */
    static int levelOf(String code) {
      return code.endsWith("0000000000") ? 1 : code.endsWith("00000000") ? 2 : code.endsWith("000000") ? 3 : code.endsWith("000") ? 4 : 5;
    }

    public boolean contains(String code) {
      return code.compareTo(from) >= 0 && code.compareTo(to) < 0;
    }
  }

  /** A provider's or an institution's own orders, visits and money, and the people it was granted sight of. */
  record Organization(UUID id) implements Scope {
    @Override
    public SqlCondition on(ScopeColumns columns) {
      if (columns.organization() != null) return new SqlCondition("(" + columns.organization() + " = :scopeOrganization)", Map.of("scopeOrganization", id));
      if (columns.viewerOf() != null) return new SqlCondition("(" + columns.viewerOf() + ")", Map.of("scopeParty", id));
      return SqlCondition.NONE;
    }
  }

  /** A care worker's own visits and the people they visit. */
  record Carer(UUID id) implements Scope {
    @Override
    public SqlCondition on(ScopeColumns columns) {
      if (columns.carer() != null) return new SqlCondition("(" + columns.carer() + " = :scopeCarer)", Map.of("scopeCarer", id));
      if (columns.viewerOf() != null) return new SqlCondition("(" + columns.viewerOf() + ")", Map.of("scopeParty", id));
      return SqlCondition.NONE;
    }
  }

  /** An elder, or the elders a family member speaks for. */
  record People(Set<UUID> elders) implements Scope {
    @Override
    public SqlCondition on(ScopeColumns columns) {
      if (columns.elder() == null || elders.isEmpty()) return SqlCondition.NONE;
      return new SqlCondition("(" + columns.elder() + " in (:scopeElders))", Map.of("scopeElders", elders));
    }
  }

  /** No records of people at all: the administrators of the system. */
  record Nothing() implements Scope {
    @Override
    public SqlCondition on(ScopeColumns columns) {
      return SqlCondition.NONE;
    }
  }

  /** The platform's own work: daily jobs, event listeners. Never built from a request. */
  record Everything() implements Scope {
    @Override
    public SqlCondition on(ScopeColumns columns) {
      return SqlCondition.ALL;
    }
  }
}
