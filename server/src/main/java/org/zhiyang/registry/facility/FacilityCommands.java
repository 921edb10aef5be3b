package org.zhiyang.registry.facility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Iterator;

/** The acts other modules may ask of the register of organisations. */
public interface FacilityCommands {
  /** Shows a provider's final score of a month; an older month than the shown one changes nothing. */
  void publishScore(ProviderId provider, YearMonth month, BigDecimal score);

  void changeListing(ProviderId provider, Listing to, LocalDate since, String reason);

  void loadProviders(Iterator<NewProvider> providers);

  long loadFacilities(Iterator<NewFacility> facilities);

  /** The account payments go to from now on, after the bank refused the old one. Payments on their way keep theirs. */
  void changeBankAccount(ProviderId provider, FacilityQueries.BankAccount account);
}
