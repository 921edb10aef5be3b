package org.zhiyang.platform.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.zhiyang.platform.access.AccountHolders.Holder;
import org.zhiyang.platform.web.InvalidInput;

/** Finds out whether what an account is to stand for exists, may be held by the role, and lies within what the actor administers. */
@Component
class Belongings {
  private final List<AccountHolders> registers;
  private final Places places;

  Belongings(@Lazy List<AccountHolders> registers, Places places) {
    this.registers = registers;
    this.places = places;
  }

  /** What was asked for; the role decides which one counts. Family members name the elder and themselves. */
  record Asked(@Nullable String regionCode, @Nullable UUID organizationId, @Nullable UUID carerId, @Nullable UUID assessorId, @Nullable UUID elderId, @Nullable UUID memberId) {}

  /** Where an account belongs. {@code holder} is null for staff of a region and of the platform; an organisation is a holder without being a person. */
  record Belonging(@Nullable String regionCode, @Nullable UUID organizationId, @Nullable UUID carerId, @Nullable UUID memberId, Map<UUID, NewAccount.Relation> elders,
      @Nullable Holder holder) {}

  Belonging of(Actor actor, Role role, Asked asked) {
    var kind = role.tie().kind();
    return switch (kind) {
      case NONE -> new Belonging(null, null, null, null, Map.of(), null);
      case REGION -> new Belonging(region(role.tie(), asked.regionCode), null, null, null, Map.of(), null);
      case ORGANIZATION -> {
        var holder = holder(actor, kind, asked.organizationId, "organizationId");
        yield new Belonging(null, holder.id(), null, null, Map.of(), holder);
      }
      case CARER -> {
        var holder = holder(actor, kind, asked.carerId, "carerId");
        yield new Belonging(null, holder.organizationId(), holder.id(), null, Map.of(), holder);
      }
      case ASSESSOR -> {
        var holder = holder(actor, kind, asked.assessorId, "assessorId");
        yield new Belonging(holder.regionCode(), null, null, null, Map.of(), holder);
      }
      case ELDER -> {
        var holder = holder(actor, kind, asked.elderId, "elderId");
        yield new Belonging(null, null, null, null, holder.elders(), holder);
      }
      case PROXY -> proxy(actor, asked);
    };
  }

  private Belonging proxy(Actor actor, Asked asked) {
    if (asked.elderId == null) throw new InvalidInput("elderId", "required");
    var holder = holder(actor, Tie.Kind.PROXY, asked.memberId, "memberId");
    if (!holder.elders().containsKey(asked.elderId)) throw new AccountRefusal.UnknownHolder(Tie.Kind.PROXY);
    return new Belonging(null, null, null, holder.id(), holder.elders(), holder);
  }

  private String region(Tie tie, @Nullable String code) {
    if (code == null || code.isBlank()) throw new InvalidInput("regionCode", "required");
    if (!code.matches("\\d{12}")) throw new InvalidInput("regionCode", "pattern");
    var known = places.region(code) != null;
    if (!known || !tie.levels().contains(Scope.Region.levelOf(code))) throw new AccountRefusal.WrongRegion(known, tie.levels());
    return code;
  }

  private Holder holder(Actor actor, Tie.Kind kind, @Nullable UUID id, String field) {
    if (id == null) throw new InvalidInput(field, "required");
    return find(kind, id).filter(h -> isWithin(actor, kind, h)).orElseThrow(() -> new AccountRefusal.UnknownHolder(kind));
  }

  Optional<Holder> find(Tie.Kind kind, UUID id) {
    return register(kind).flatMap(r -> r.find(id));
  }

  List<Holder> search(Actor actor, Tie.Kind kind, String text, @Nullable UUID within, int most) {
    var bounded = actor.role().reach() == Role.Reach.ORGANIZATION && kind == Tie.Kind.CARER ? actor.organizationId() : within;
    return register(kind).map(r -> r.search(text, bounded, most)).orElse(List.of()).stream().filter(h -> isWithin(actor, kind, h)).toList();
  }

  void linked(Role role, Belonging belonging, UUID account) {
    var holder = belonging.holder();
    if (holder != null) register(role.tie().kind()).ifPresent(r -> r.linked(holder.id(), account));
  }

  private Optional<AccountHolders> register(Tie.Kind kind) {
    return registers.stream().filter(r -> r.kind() == kind).findFirst();
  }

  private static boolean isWithin(Actor actor, Tie.Kind kind, Holder holder) {
    if (actor.role().reach() != Role.Reach.ORGANIZATION) return true;
    var organization = kind == Tie.Kind.ORGANIZATION ? holder.id() : holder.organizationId();
    return actor.organizationId() != null && actor.organizationId().equals(organization);
  }
}
