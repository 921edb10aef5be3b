package org.zhiyang.service.homecare.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.need.eligibility.Quote;
import org.zhiyang.registry.elder.ElderStatus;
import org.zhiyang.service.homecare.VisitStatus;

/** An expected "no" of home care; nothing was changed. */
public abstract sealed class HomecareRefusal extends RuntimeException {
  private HomecareRefusal(String message) {
    super(message, null, false, false);
  }

  /** The act does not fit where the visit stands. */
  public static final class WrongStatus extends HomecareRefusal {
    private final VisitStatus status;
    private final @Nullable String wanted;

    public WrongStatus(VisitStatus status, @Nullable String wanted) {
      super("the visit's status does not allow this");
      this.status = status;
      this.wanted = wanted;
    }

    public VisitStatus status() {
      return status;
    }

    public @Nullable String wanted() {
      return wanted;
    }
  }

  /** The carer has another visit at that time. */
  public static final class CarerElsewhere extends HomecareRefusal {
    private final UUID carer;
    private final @Nullable Instant from;
    private final @Nullable Instant to;

    public CarerElsewhere(UUID carer, @Nullable Instant from, @Nullable Instant to) {
      super("the carer is somewhere else at that time");
      this.carer = carer;
      this.from = from;
      this.to = to;
    }

    public UUID carer() {
      return carer;
    }

    public @Nullable Instant from() {
      return from;
    }

    public @Nullable Instant to() {
      return to;
    }
  }

  /** The carer is not an active carer of the visit's provider. */
  public static final class ForeignCarer extends HomecareRefusal {
    private final UUID carer;

    public ForeignCarer(UUID carer) {
      super("the carer does not work for the visit's provider");
      this.carer = carer;
    }

    public UUID carer() {
      return carer;
    }
  }

  /** The service needs so many carers at once. */
  public static final class CrewIncomplete extends HomecareRefusal {
    private final int needed;
    private final int given;

    public CrewIncomplete(int needed, int given) {
      super("the service needs more carers at once");
      this.needed = needed;
      this.given = given;
    }

    public int needed() {
      return needed;
    }

    public int given() {
      return given;
    }
  }

  /** A carer lacks the skill or the certificate the service asks for on that day. */
  public static final class NotQualified extends HomecareRefusal {
    private final UUID carer;
    private final @Nullable String skill;
    private final @Nullable Integer minimumCertificate;

    public NotQualified(UUID carer, @Nullable String skill, @Nullable Integer minimumCertificate) {
      super("the carer lacks the skill or certificate");
      this.carer = carer;
      this.skill = skill;
      this.minimumCertificate = minimumCertificate;
    }

    public UUID carer() {
      return carer;
    }

    public @Nullable String skill() {
      return skill;
    }

    public @Nullable Integer minimumCertificate() {
      return minimumCertificate;
    }
  }

  /** The elder does not want this carer to come again. */
  public static final class CarerUnwanted extends HomecareRefusal {
    private final UUID carer;

    public CarerUnwanted(UUID carer) {
      super("the elder does not want this carer to come again");
      this.carer = carer;
    }

    public UUID carer() {
      return carer;
    }
  }

  /** Somebody decided the visit already, another way. */
  public static final class AlreadyDecided extends HomecareRefusal {
    private final VisitStatus status;

    public AlreadyDecided(VisitStatus status) {
      super("the visit was decided already");
      this.status = status;
    }

    public VisitStatus status() {
      return status;
    }
  }

  public static final class AlreadyRated extends HomecareRefusal {
    public AlreadyRated() {
      super("the visit was rated already");
    }
  }

  /** The offer was answered, expired or taken back. */
  public static final class OfferClosed extends HomecareRefusal {
    private final String status;

    public OfferClosed(String status) {
      super("the offer is no longer open");
      this.status = status;
    }

    public String status() {
      return status;
    }
  }

  /** The order is matched or ended, so it cannot be assigned (again). */
  public static final class OrderClosed extends HomecareRefusal {
    private final String status;

    public OrderClosed(String status) {
      super("the order does not wait for a provider");
      this.status = status;
    }

    public String status() {
      return status;
    }
  }

  /** The provider may not take the order: DEFAULTED (失信) or NOT_OFFERED. */
  public static final class ProviderUnfit extends HomecareRefusal {
    private final String why;

    public ProviderUnfit(String why) {
      super("the provider may not take this order");
      this.why = why;
    }

    public String why() {
      return why;
    }
  }

  /** The rules of matching speak against the provider: too far from the elder's home, full, nobody with the skill. An officer may take it all the same. */
  public static final class ProviderExcluded extends HomecareRefusal {
    private final List<String> because;

    public ProviderExcluded(List<String> because) {
      super("the rules of matching leave this provider out");
      this.because = List.copyOf(because);
    }

    /** Chinese sentences. */
    public List<String> because() {
      return because;
    }
  }

  /** More than what is left of the month, and the elder has not agreed to pay the rest. */
  public static final class BeyondEntitlement extends HomecareRefusal {
    private final Quote quote;
    private final int askedMinutes;

    public BeyondEntitlement(Quote quote, int askedMinutes) {
      super("beyond what is left of the month's entitlement");
      this.quote = quote;
      this.askedMinutes = askedMinutes;
    }

    public Quote quote() {
      return quote;
    }

    public int askedMinutes() {
      return askedMinutes;
    }
  }

  /** The same help stands ordered already: same elder, service and day, and a window that overlaps. Whoever knows and means one more says so. */
  public static final class AlreadyOrdered extends HomecareRefusal {
    private final ServiceOrder order;

    public AlreadyOrdered(ServiceOrder order) {
      super("the same help is ordered already");
      this.order = order;
    }

    public ServiceOrder order() {
      return order;
    }
  }

  /** The elder is not at home on the day: in hospital, or away. */
  public static final class ElderAway extends HomecareRefusal {
    private final ElderStatus status;
    private final @Nullable LocalDate since;

    public ElderAway(ElderStatus status, @Nullable LocalDate since) {
      super("the elder is not at home on that day");
      this.status = status;
      this.since = since;
    }

    public ElderStatus status() {
      return status;
    }

    public @Nullable LocalDate since() {
      return since;
    }
  }

  /** Only an elder with an open case gets services. */
  public static final class NoCase extends HomecareRefusal {
    public NoCase() {
      super("the elder has no open case");
    }
  }

  /** Urgent help is on its way to this elder already. */
  public static final class UrgentInWork extends HomecareRefusal {
    private final UUID order;
    private final long number;

    public UrgentInWork(UUID order, long number) {
      super("urgent help was ordered already and nobody has come yet");
      this.order = order;
      this.number = number;
    }

    public UUID order() {
      return order;
    }

    public long number() {
      return number;
    }
  }
}
