package org.zhiyang.reference;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.server.ResponseStatusException;

/** Sign-in, who am I, and the data of the page. */
@RestController
class ReferenceController {
  private final Accounts accounts;

  ReferenceController(Accounts accounts) {
    this.accounts = accounts;
  }

  record SignIn(String username, String password) {}

  @PostMapping("/api/session")
  Accounts.Account open(@RequestBody SignIn body, HttpServletRequest request) {
    var account = accounts.signIn(body.username(), body.password()).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    HttpSession session = request.getSession(true);
    session.setAttribute("account", account);
    return account;
  }

  @GetMapping("/api/session")
  Accounts.Account read(@SessionAttribute Accounts.Account account) {
    return account;
  }

  @GetMapping("/api/accounts")
  List<Accounts.Account> list(@SessionAttribute Accounts.Account account) {
    return accounts.list();
  }

  @GetMapping("/api/health")
  String health() {
    return "UP";
  }
}
