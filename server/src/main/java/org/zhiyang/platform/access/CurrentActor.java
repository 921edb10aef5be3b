package org.zhiyang.platform.access;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/** The account that makes the current request; outside a request (daily jobs, listeners) the platform itself. */
@Component
public class CurrentActor {
  /** A request without a sign-in never acts as the platform: that is a fault of an {@link Open} endpoint, not a right. */
  public Actor get() {
    return find().orElseGet(() -> {
      if (RequestContextHolder.getRequestAttributes() != null) throw new IllegalStateException("nobody is signed in for this request");
      return Actor.PLATFORM;
    });
  }

  public Optional<Actor> find() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Actor actor ? Optional.of(actor) : Optional.empty();
  }

  /** True while the signed-in account still has a one-time password. */
  boolean mustChangePassword() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SessionFilter.SignedIn signedIn && signedIn.live().mustChange();
  }

  public Scope scope() {
    return get().scope();
  }
}
