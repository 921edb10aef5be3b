package org.zhiyang.registry.facility;

import java.time.Instant;

/** An expected "no" of the register of organisations; nothing was changed. */
abstract sealed class FacilityRefusal extends RuntimeException {
  private FacilityRefusal(String message) {
    super(message, null, false, false);
  }

  /** A proposal for this provider waits for its decision already. */
  static final class ProposalOpen extends FacilityRefusal {
    private final String proposedBy;
    private final Instant proposedAt;

    ProposalOpen(String proposedBy, Instant proposedAt) {
      super("a proposal for this provider is open");
      this.proposedBy = proposedBy;
      this.proposedAt = proposedAt;
    }

    String proposedBy() {
      return proposedBy;
    }

    Instant proposedAt() {
      return proposedAt;
    }
  }

  /** The provider stands there already. */
  static final class SameListing extends FacilityRefusal {
    private final Listing listing;

    SameListing(Listing listing) {
      super("the provider is listed that way already");
      this.listing = listing;
    }

    Listing listing() {
      return listing;
    }
  }

  /** Whoever proposed does not decide. */
  static final class SamePerson extends FacilityRefusal {
    SamePerson() {
      super("a second person decides");
    }
  }

  static final class AlreadyDecided extends FacilityRefusal {
    AlreadyDecided() {
      super("the proposal was decided already");
    }
  }
}
