package org.zhiyang.funding.settlement.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** An expected "no" of settlement and payment. */
public abstract sealed class SettlementRefusal extends RuntimeException {
  private SettlementRefusal(String message) {
    super(message, null, false, false);
  }

  /** The statement or batch stands elsewhere than this act asks for. */
  public static final class WrongState extends SettlementRefusal {
    private final String current;
    private final String currentName;

    public WrongState(StatementState current) {
      this(current.name(), current.chinese());
    }

    public WrongState(BatchState current) {
      this(current.name(), current.chinese());
    }

    public WrongState(String current, String currentName) {
      super("not possible in state " + current);
      this.current = current;
      this.currentName = currentName;
    }

    public String current() {
      return current;
    }

    public String currentName() {
      return currentName;
    }
  }

  /** M254: no final score, no payment. */
  public static final class NoFinalScore extends SettlementRefusal {
    private final YearMonth month;

    public NoFinalScore(YearMonth month) {
      super("the month has no final score yet");
      this.month = month;
    }

    public YearMonth month() {
      return month;
    }
  }

  /** Visits of the statement went to a person again and are not decided yet: nothing abnormal is paid before. */
  public static final class LinesInDoubt extends SettlementRefusal {
    private final int visits;

    public LinesInDoubt(int visits) {
      super("visits of the statement wait for a person's decision");
      this.visits = visits;
    }

    public int visits() {
      return visits;
    }
  }

  /** What was looked at is not what would be frozen: the evidence changed meanwhile. */
  public static final class DraftChanged extends SettlementRefusal {
    public DraftChanged() {
      super("the draft no longer matches its evidence");
    }
  }

  /** An objection stands on this line already, or the line cannot be objected to. */
  public static final class AlreadyObjected extends SettlementRefusal {
    public AlreadyObjected() {
      super("the line has an objection already");
    }
  }

  /** The objection was decided otherwise before. */
  public static final class AlreadyDecided extends SettlementRefusal {
    public AlreadyDecided() {
      super("the objection is decided already");
    }
  }

  /** Nothing is reviewed and payable in the region. */
  public static final class NothingToPay extends SettlementRefusal {
    public NothingToPay() {
      super("no reviewed statement waits for payment");
    }
  }

  /** Providers whose bank account is not on record. */
  public static final class NoAccount extends SettlementRefusal {
    private final List<String> providers;

    public NoAccount(List<String> providers) {
      super("some providers have no bank account");
      this.providers = List.copyOf(providers);
    }

    public List<String> providers() {
      return providers;
    }
  }

  /** Two persons: who approves has neither prepared the batch nor prepared or reviewed a statement in it. */
  public static final class SamePerson extends SettlementRefusal {
    public SamePerson() {
      super("the approver took part in preparing or reviewing");
    }
  }

  /** The payment list is still public; {@code lastDay} included. */
  public static final class PublicityNotOver extends SettlementRefusal {
    private final LocalDate lastDay;

    public PublicityNotOver(LocalDate lastDay) {
      super("the payment list is still public");
      this.lastDay = lastDay;
    }

    public LocalDate lastDay() {
      return lastDay;
    }
  }

  /** The approval may still be withdrawn, so the file is not there yet. */
  public static final class FileNotYet extends SettlementRefusal {
    private final Instant availableAt;

    public FileNotYet(Instant availableAt) {
      super("the payment file is not available yet");
      this.availableAt = availableAt;
    }

    public Instant availableAt() {
      return availableAt;
    }
  }

  /** The time for withdrawal is over. */
  public static final class TooLateToWithdraw extends SettlementRefusal {
    private final Instant until;

    public TooLateToWithdraw(Instant until) {
      super("the time for withdrawal is over");
      this.until = until;
    }

    public Instant until() {
      return until;
    }
  }

  /** The return file cannot be read or is not of this batch; nothing was booked. */
  public static final class UnreadableReturn extends SettlementRefusal {
    private final String sentence;

    public UnreadableReturn(String sentence) {
      super("the return file cannot be read");
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }

  /** A return file says other than the one booked before. */
  public static final class ContradictingReturn extends SettlementRefusal {
    private final List<Integer> lines;

    public ContradictingReturn(List<Integer> lines) {
      super("the return file contradicts the one booked");
      this.lines = List.copyOf(lines);
    }

    public List<Integer> lines() {
      return lines;
    }
  }

  /** No bank address is configured, or the bank did not answer usably. */
  public static final class BankUnavailable extends SettlementRefusal {
    private final boolean configured;

    public BankUnavailable(boolean configured) {
      super(configured ? "the bank did not answer" : "no bank address is configured");
      this.configured = configured;
    }

    public boolean configured() {
      return configured;
    }
  }
}
