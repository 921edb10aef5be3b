package org.zhiyang.response.hotline.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An expected "no" that stops an act on a call-back; nothing was changed. */
public abstract sealed class CallBackRefusal extends RuntimeException {
  private CallBackRefusal(String message) {
    super(message, null, false, false);
  }

  /** A colleague works on it. {@code until} is system time. */
  public static final class TakenByColleague extends CallBackRefusal {
    private final @Nullable String name;
    private final Instant until;

    public TakenByColleague(@Nullable String name, Instant until) {
      super("a colleague works on this call-back");
      this.name = name;
      this.until = until;
    }

    public @Nullable String name() {
      return name;
    }

    public Instant until() {
      return until;
    }
  }

  /** Take the task first: without that two people could call the same elder. */
  public static final class NotTaken extends CallBackRefusal {
    public NotTaken() {
      super("take the call-back first");
    }
  }

  /** The act does not fit where the call-back stands. */
  public static final class WrongStatus extends CallBackRefusal {
    private final CallBackStatus status;

    public WrongStatus(CallBackStatus status) {
      super("the call-back is " + status);
      this.status = status;
    }

    public CallBackStatus status() {
      return status;
    }
  }

  /** A result from a conversation needs a conversation. */
  public static final class NobodyReached extends CallBackRefusal {
    public NobodyReached() {
      super("nobody was reached, so nothing can be confirmed or denied");
    }
  }

  /** "Cannot be reached" needs more tries. */
  public static final class TooFewAttempts extends CallBackRefusal {
    private final int made;
    private final int needed;

    public TooFewAttempts(int made, int needed) {
      super("made %d of %d tries".formatted(made, needed));
      this.made = made;
      this.needed = needed;
    }

    public int made() {
      return made;
    }

    public int needed() {
      return needed;
    }
  }

  /** The result differs from what the answers say, and no reason was given. */
  public static final class AgainstTheAnswers extends CallBackRefusal {
    private final String proposed;

    public AgainstTheAnswers(String proposed) {
      super("the answers say " + proposed + ", a reason is needed for another result");
      this.proposed = proposed;
    }

    public String proposed() {
      return proposed;
    }
  }
}
