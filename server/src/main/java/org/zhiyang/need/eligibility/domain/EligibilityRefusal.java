package org.zhiyang.need.eligibility.domain;

import java.util.UUID;

/** An expected "no" of eligibility. */
public abstract sealed class EligibilityRefusal extends RuntimeException {
  private EligibilityRefusal(String message) {
    super(message, null, false, false);
  }

  /** The price of the item was not compared with its document, and this is production. */
  public static final class PriceUnverified extends EligibilityRefusal {
    private final String service;

    public PriceUnverified(String service) {
      super("the price was not compared with its document");
      this.service = service;
    }

    public String service() {
      return service;
    }
  }

  /** Nobody may decide about themselves or about a person they speak for. */
  public static final class OwnCase extends EligibilityRefusal {
    private final UUID proposal;

    public OwnCase(UUID proposal) {
      super("nobody decides in a matter of their own");
      this.proposal = proposal;
    }

    public UUID proposal() {
      return proposal;
    }
  }
}
