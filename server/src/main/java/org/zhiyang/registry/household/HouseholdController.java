package org.zhiyang.registry.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.Audit;
import org.zhiyang.platform.access.CurrentActor;
import org.zhiyang.platform.access.Guarded;
import org.zhiyang.registry.elder.ElderId;
import org.zhiyang.registry.elder.ElderQueries;

/** An elder's household and family. */
@RestController
class HouseholdController {
  private static final Duration DISCLOSED_FOR = Duration.ofMinutes(5);

  private final Households households;
  private final FamilyTies ties;
  private final ElderQueries elders;
  private final CurrentActor current;
  private final Audit audit;

  HouseholdController(Households households, FamilyTies ties, ElderQueries elders, CurrentActor current, Audit audit) {
    this.households = households;
    this.ties = ties;
    this.elders = elders;
    this.current = current;
    this.audit = audit;
  }

  record HouseholdView(List<FamilyMember> members) {}

  @GetMapping("/api/elders/{id}/household")
  @Guarded(permission = "household.read", audit = true)
  HouseholdView read(@PathVariable UUID id) {
    return new HouseholdView(households.familyOf(elder(id)));
  }

  record MemberRequest(@NotBlank @Size(max = 60) String name, @Nullable @Pattern(regexp = "^$|1\\d{10}|0\\d{2,3}-?\\d{7,8}") String phone, @NotNull Relation relation,
      boolean livesTogether, boolean proxy, boolean emergencyContact) {
    Households.NewTie tie() {
      return new Households.NewTie(relation, livesTogether, proxy, emergencyContact);
    }
  }

  record MemberAdded(UUID id) {}

  @PostMapping("/api/elders/{id}/household/members")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = "household.write", audit = true)
  MemberAdded add(@PathVariable UUID id, @Valid @RequestBody MemberRequest body) {
    var profile = elders.get(new ElderId(id), current.scope());
    var household = households.householdOf(profile.id(), profile.regionCode());
    var phone = body.phone() == null || body.phone().isBlank() ? null : body.phone().strip();
    return new MemberAdded(households.add(profile.id(), household, body.name().strip(), phone, body.tie()));
  }

  record TieRequest(@NotNull Relation relation, boolean livesTogether, boolean proxy, boolean emergencyContact) {}

  @PutMapping("/api/elders/{id}/household/members/{member}")
  @Guarded(permission = "household.write", audit = true)
  HouseholdView change(@PathVariable UUID id, @PathVariable UUID member, @Valid @RequestBody TieRequest body) {
    var elder = elder(id);
    ties.change(elder, member, new Households.NewTie(body.relation(), body.livesTogether(), body.proxy(), body.emergencyContact()));
    return new HouseholdView(households.familyOf(elder));
  }

  @DeleteMapping("/api/elders/{id}/household/members/{member}")
  @Guarded(permission = "household.write", audit = true)
  ResponseEntity<Void> remove(@PathVariable UUID id, @PathVariable UUID member) {
    ties.end(elder(id), member);
    return ResponseEntity.noContent().build();
  }

  record PhoneRequest(@NotBlank @Size(min = 2, max = 200) String reason) {}

  record PhoneDisclosure(@Nullable String value, OffsetDateTime until) {}

  @PostMapping("/api/elders/{id}/household/members/{member}/phone-disclosures")
  @Guarded(permission = "elder.disclose", audit = true)
  PhoneDisclosure phone(@PathVariable UUID id, @PathVariable UUID member, @Valid @RequestBody PhoneRequest body) {
    var value = households.phone(elder(id), member);
    audit.write(new Audit.Entry(current.get(), "elder.disclose", "POST", "/api/elders/" + id + "/household/members/" + member, 200, "elder", id, "家人电话：" + body.reason()));
    return new PhoneDisclosure(value, OffsetDateTime.now().plus(DISCLOSED_FOR));
  }

  private ElderId elder(UUID id) {
    return elders.get(new ElderId(id), current.scope()).id();
  }
}
