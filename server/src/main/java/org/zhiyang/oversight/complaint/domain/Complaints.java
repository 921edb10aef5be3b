package org.zhiyang.oversight.complaint.domain;

import java.util.Optional;
import java.util.UUID;
import org.zhiyang.platform.access.Scope;

/** Loads and saves complaints; loading locks the row until the transaction ends. */
public interface Complaints {
  /** @throws org.zhiyang.platform.web.NotFound when there is none, or none the scope reaches */
  Complaint get(UUID id, Scope scope);

  Optional<UUID> findOpenOf(UUID visit, ComplaintKind kind);

  void add(Complaint complaint);

  void save(Complaint complaint);
}
