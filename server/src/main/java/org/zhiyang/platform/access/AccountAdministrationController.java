package org.zhiyang.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.access.AccountAdministration.Made;
import org.zhiyang.platform.access.AccountDirectory.AccountView;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.ShownOnce;

/** Making, changing, closing and opening accounts. One-time passwords are in the first answer only; a repeated key gets the same answer without them. */
@RestController
class AccountAdministrationController {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String PERMISSION = "account.write";

  private final AccountAdministration administration;
  private final CurrentActor current;
  private final Audit audit;

  AccountAdministrationController(AccountAdministration administration, CurrentActor current, Audit audit) {
    this.administration = administration;
    this.current = current;
    this.audit = audit;
  }

  record NewAccountRequest(@NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{2,31}") String username, @Nullable String displayName, @NotBlank String role,
      @Nullable String regionCode, @Nullable UUID organizationId, @Nullable UUID carerId, @Nullable UUID assessorId, @Nullable UUID elderId, @Nullable UUID memberId) {}

  /** {@code initialPassword} is null when a repeated key asks again: it was shown once. */
  record AccountMade(AccountView account, @Nullable String initialPassword, OffsetDateTime validUntil) {
    static AccountMade of(Made made) {
      return new AccountMade(made.account(), made.initialPassword(), moment(made.validUntil()));
    }

    AccountMade withoutPassword() {
      return new AccountMade(account, null, validUntil);
    }
  }

  @PostMapping("/api/accounts")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = PERMISSION, audit = true)
  AccountMade create(@Valid @RequestBody NewAccountRequest body, HttpServletRequest request) {
    var asked = new Belongings.Asked(body.regionCode(), body.organizationId(), body.carerId(), body.assessorId(), body.elderId(), body.memberId());
    var made = administration.create(current.get(), body.username(), body.displayName(), body.role(), asked);
    tell("POST", "/api/accounts", made.account().id(), "新建账号：" + made.account().roleName());
    return once(request, AccountMade.of(made));
  }

  record CarersRequest(@Nullable UUID organizationId, @Nullable List<@NotNull UUID> carerIds) {}

  /** A carer left out because they have an account. */
  record CarerLeftOut(UUID carerId, String name) {}

  /** {@code left}: carers without account beyond the {@value AccountAdministration#MOST_AT_ONCE} of one call; ask again for them. */
  record CarersMade(UUID organizationId, List<AccountMade> made, List<CarerLeftOut> hadAccount, int left) {}

  /** For the carers listed, or for all of the provider; a provider's own people need not name it. */
  @PostMapping("/api/accounts/carers")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(permission = PERMISSION, audit = true)
  CarersMade createForCarers(@Valid @RequestBody CarersRequest body, HttpServletRequest request) {
    var actor = current.get();
    var organization = body.organizationId() == null ? actor.organizationId() : body.organizationId();
    if (organization == null) throw new InvalidInput("organizationId", "required");
    var result = administration.createForCarers(actor, organization, body.carerIds() == null ? List.of() : body.carerIds());
    result.made().forEach(made -> tell("POST", "/api/accounts/carers", made.account().id(), "新建账号：" + made.account().roleName()));
    var made = result.made().stream().map(AccountMade::of).toList();
    var leftOut = result.hadAccount().stream().map(h -> new CarerLeftOut(h.id(), h.name())).toList();
    ShownOnce.keepInstead(request, new CarersMade(organization, made.stream().map(AccountMade::withoutPassword).toList(), leftOut, result.left()));
    return new CarersMade(organization, made, leftOut, result.left());
  }

  record ChangeRequest(long version, @NotBlank @Size(max = 60) String displayName, @Nullable String regionCode, @Nullable UUID organizationId) {}

  @PutMapping("/api/accounts/{id}")
  @Guarded(permission = PERMISSION, audit = true)
  AccountView change(@PathVariable UUID id, @Valid @RequestBody ChangeRequest body) {
    return administration.change(current.get(), id, body.version(), body.displayName(), body.regionCode(), body.organizationId());
  }

  @PostMapping("/api/accounts/{id}/password-reset")
  @Guarded(permission = PERMISSION, audit = true)
  AccountMade resetPassword(@PathVariable UUID id, HttpServletRequest request) {
    return once(request, AccountMade.of(administration.resetPassword(current.get(), id)));
  }

  record DeactivationRequest(@NotBlank @Size(min = 2, max = 200) String reason) {}

  @PostMapping("/api/accounts/{id}/deactivation")
  @Guarded(permission = PERMISSION, audit = true)
  AccountView deactivate(@PathVariable UUID id, @Valid @RequestBody DeactivationRequest body) {
    var closed = administration.close(current.get(), id, body.reason().strip());
    tell("POST", "/api/accounts/" + id + "/deactivation", id, "停用：" + body.reason().strip());
    return closed;
  }

  @PostMapping("/api/accounts/{id}/activation")
  @Guarded(permission = PERMISSION, audit = true)
  AccountView activate(@PathVariable UUID id) {
    return administration.open(current.get(), id);
  }

  private void tell(String method, String path, UUID account, String what) {
    audit.write(new Audit.Entry(current.get(), PERMISSION, method, path, 200, "accounts", account, what));
  }

  private static AccountMade once(HttpServletRequest request, AccountMade answer) {
    ShownOnce.keepInstead(request, answer.withoutPassword());
    return answer;
  }

  private static OffsetDateTime moment(Instant at) {
    return at.atZone(ZONE).toOffsetDateTime();
  }
}
