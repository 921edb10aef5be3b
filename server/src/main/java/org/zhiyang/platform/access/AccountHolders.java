package org.zhiyang.platform.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How access learns for whom an account may be made: a bean of each module that keeps a register of people or organisations. Each answers only for its own
 *  kind; access knows none of the registers. */
public interface AccountHolders {
  Tie.Kind kind();

  /** Somebody who may hold an account today; empty also for those who left. */
  Optional<Holder> find(UUID id);

  /** Up to {@code most} holders by name. {@code within} is the organisation of carers, the elder of proxies; elders are found by their full number only. */
  List<Holder> search(String text, @Nullable UUID within, int most);

  /** Tells the register that the holder signs in with this account. */
  default void linked(UUID holder, UUID account) {}

  /** Somebody or something an account can stand for.
   *
   *  @param detail tells two of the same name apart, e.g. the provider of a carer
   *  @param elders whom the account acts for
   *  @param accountId the account the register knows of already; null also where access keeps it */
  record Holder(UUID id, String name, @Nullable String detail, @Nullable String regionCode, @Nullable UUID organizationId, Map<UUID, NewAccount.Relation> elders,
      @Nullable UUID accountId) {
    public static Holder of(UUID id, String name, @Nullable String detail) {
      return new Holder(id, name, detail, null, null, Map.of(), null);
    }
  }
}
