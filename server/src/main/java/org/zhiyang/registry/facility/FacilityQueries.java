package org.zhiyang.registry.facility;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The questions other modules may ask about providers and facilities. Providers are public: no scope. */
public interface FacilityQueries {
  Optional<Provider> findProvider(ProviderId id);

  Map<ProviderId, Provider> listProviders(Collection<ProviderId> ids);

  /** Providers that offer the service (a code of the service list), nearest to the place first, up to {@code most}; defaulted ones are included, the caller says why they are left out. */
  List<Provider> providersOffering(String service, double lng, double lat, int most);

  /** The account to pay to: name and number in clear. Only for the payment file. */
  BankAccount bankAccountOf(ProviderId id);

  record BankAccount(String name, String number) {}
}
