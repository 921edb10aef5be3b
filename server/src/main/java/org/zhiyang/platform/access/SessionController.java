package org.zhiyang.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.zhiyang.platform.web.InvalidInput;
import org.zhiyang.platform.web.Problems;

/** Sign-in, who am I, my password, sign-out. */
@RestController
class SessionController {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Of a password nobody knows, made once with the encoder's own strength: comparing with it takes as long as with a real one. */
  static final String NOBODYS_HASH = "$2a$10$C9ujuRF0a.oleXqEJLkcGul2JQ2xSdWSi6FejVo4uNYAC4MjTn.iu";

  private final Accounts accounts;
  private final Sessions sessions;
  private final Roles roles;
  private final PasswordEncoder passwords;
  private final Audit audit;
  private final Places places;

  SessionController(Accounts accounts, Sessions sessions, Roles roles, PasswordEncoder passwords, Audit audit, Places places) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.roles = roles;
    this.passwords = passwords;
    this.audit = audit;
    this.places = places;
  }

  record SignIn(@NotBlank @Size(max = 100) String username, @NotBlank @Size(max = 200) String password) {}

  record SessionView(UUID accountId, String displayName, String role, String roleName, @Nullable String regionCode, @Nullable String regionName,
      @Nullable UUID organizationId, @Nullable String organizationName, @Nullable UUID carerId, Set<UUID> elderIds, Set<String> permissions, String landing, List<Role.MenuRoom> menu, OffsetDateTime expiresAt,
      boolean mustChangePassword) {
    static SessionView of(Sessions.Live live, Places places) {
      var actor = live.actor();
      return new SessionView(actor.accountId(), actor.displayName(), actor.role().key(), actor.role().name(), actor.regionCode(), places.region(actor.regionCode()),
          actor.organizationId(), places.organization(actor.organizationId()), actor.carerId(),
          actor.elderIds(), actor.role().permissions(), actor.role().landing(), actor.role().menu(), live.expiresAt().atZone(ZONE).toOffsetDateTime(), live.mustChange());
    }
  }

  /** 200 with the session and its cookie; 401 wrong-credentials (unknown names answer alike and take as long) or one-time-password-expired; 403 account-closed
   *  (said only to who knows the password); 423 locked after five wrong tries. */
  @PostMapping("/api/session")
  @Open("signing in is how one gets a session")
  ResponseEntity<SessionView> open(@Valid @RequestBody SignIn body, HttpServletRequest request) {
    var found = accounts.find(body.username().strip());
    if (found.isEmpty()) {
      passwords.matches(body.password(), NOBODYS_HASH);
      throw wrong(Accounts.ATTEMPTS - 1);
    }
    var account = found.get();
    if (account.isLocked()) throw locked(account);
    if (!passwords.matches(body.password(), account.passwordHash())) throw wrong(accounts.countFailure(account.id()));
    if (!account.active()) throw refused(HttpStatus.FORBIDDEN, "access/account-closed", "this account is closed", Map.of());
    if (account.initialUntil() != null && account.initialUntil().isBefore(Instant.now())) {
      throw refused(HttpStatus.UNAUTHORIZED, "access/one-time-password-expired", "this one-time password is no longer good", Map.of());
    }
    accounts.signedIn(account.id());
    var token = sessions.open(account.id(), roles.get(account.role()));
    var live = sessions.find(token).orElseThrow();
    audit.write(new Audit.Entry(live.actor(), "session.open", "POST", "/api/session", 200, null, null, null));
    return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie(token, request.isSecure(), live.actor().role().idleMinutes() * 60L)).body(SessionView.of(live, places));
  }

  @GetMapping("/api/session")
  @Guarded(permission = Guarded.SIGNED_IN, withOneTimePassword = true)
  SessionView read() {
    return SessionView.of(signedIn().live(), places);
  }

  record PasswordChange(@NotBlank @Size(max = 200) String current, @NotBlank @Size(max = 200) String next) {}

  /** Changes one's own password; other sessions of the account end. 422 wrong-password {attemptsLeft}, 423 locked, 400 invalid with what is wrong about {@code next}:
   *  size {min, max}, too-simple, contains-username, common, same. */
  @PutMapping("/api/session/password")
  @Guarded(permission = Guarded.SIGNED_IN, audit = true, withOneTimePassword = true)
  SessionView changePassword(@Valid @RequestBody PasswordChange body, HttpServletRequest request) {
    var account = accounts.find(signedIn().getPrincipal().accountId()).orElseThrow();
    if (account.isLocked()) throw locked(account);
    if (!passwords.matches(body.current(), account.passwordHash())) {
      throw refused(HttpStatus.UNPROCESSABLE_CONTENT, "access/wrong-password", "the current password is another one", Map.of("attemptsLeft", accounts.countFailure(account.id())));
    }
    if (body.next().equals(body.current())) throw new InvalidInput("next", "same");
    PasswordRules.refuse(body.next(), account.username()).ifPresent(error -> {
      throw new InvalidInput(List.of(error));
    });
    var token = SessionFilter.token(request).orElseThrow();
    accounts.choosePassword(account.id(), passwords.encode(body.next()));
    sessions.closeOthers(account.id(), token);
    return SessionView.of(sessions.find(token).orElseThrow(), places);
  }

  private static SessionFilter.SignedIn signedIn() {
    return (SessionFilter.SignedIn) SecurityContextHolder.getContext().getAuthentication();
  }

  @DeleteMapping("/api/session")
  @Open("signing out twice is no fault")
  ResponseEntity<Void> close(HttpServletRequest request, HttpServletResponse response) {
    SessionFilter.token(request).ifPresent(sessions::close);
    return ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookie("", request.isSecure(), 0)).build();
  }

  private static String cookie(String token, boolean secure, long maxAgeSeconds) {
    return ResponseCookie.from(SessionFilter.COOKIE, token).httpOnly(true).secure(secure).sameSite("Strict").path("/").maxAge(maxAgeSeconds).build().toString();
  }

  private static ErrorResponseException wrong(int attemptsLeft) {
    return refused(HttpStatus.UNAUTHORIZED, "access/wrong-credentials", "wrong name or password", Map.of("attemptsLeft", attemptsLeft));
  }

  private static ErrorResponseException locked(Accounts.Credentials account) {
    var until = java.util.Objects.requireNonNull(account.lockedUntil());
    return refused(HttpStatus.LOCKED, "access/locked", "too many wrong passwords", Map.of("until", until.atZone(ZONE).toOffsetDateTime()));
  }

  private static ErrorResponseException refused(HttpStatus status, String type, String detail, Map<String, ?> fields) {
    return new ErrorResponseException(status, Problems.of(status, type, detail, fields), null);
  }
}
