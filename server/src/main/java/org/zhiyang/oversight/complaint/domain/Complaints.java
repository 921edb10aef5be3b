package org.zhiyang.oversight.complaint.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.platform.access.Scope;

/** Loads and saves complaints; loading locks the row until the transaction ends. */
public interface Complaints {
  /** @throws org.zhiyang.platform.web.NotFound when there is none, or none the scope reaches */
  Complaint get(UUID id, Scope scope);

  /** An open complaint, as the refusal names it: TS00000012. */
  record Open(UUID id, long number) {
    public String shown() {
      return "TS%08d".formatted(number);
    }
  }

  /** An open complaint of that kind about the visit. Until the transaction ends nobody else receives one about it. */
  Optional<Open> holdOpenOf(UUID visit, ComplaintKind kind);

  /** An open complaint of the elder that names no visit, received on that day; about that provider when one is given. Until the transaction ends nobody else receives one for the elder. */
  Optional<Open> holdOpenOf(UUID elder, @Nullable UUID provider, ComplaintKind kind, LocalDate receivedOn);

  void add(Complaint complaint);

  void save(Complaint complaint);
}
