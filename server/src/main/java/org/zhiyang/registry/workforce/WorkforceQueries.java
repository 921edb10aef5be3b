package org.zhiyang.registry.workforce;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhiyang.registry.facility.ProviderId;

/** The questions other modules may ask about staff. */
public interface WorkforceQueries {
  /** The carer with certificate and shifts as of that day; empty from the day on which they have left. */
  Optional<Carer> findCarer(CarerId id, LocalDate day);

  /** Where the carer works, or worked until they left. */
  Optional<Employment> employmentOf(CarerId id);

  /** {@code leftOn}: first day without work as written down, which may lie ahead; null for who stays. */
  record Employment(ProviderId provider, @Nullable LocalDate leftOn) {}

  /** Active carers of a provider with certificate and shifts as of that day. Who has left stands among them for a month, absent and without a shift: visits may still be theirs. */
  List<Carer> carersOf(ProviderId provider, LocalDate day);

  /** Names only, for screens. Unknown ids are left out. */
  Map<CarerId, String> namesOf(Collection<CarerId> ids);

  /** The level of the certificate valid on that day (5 … 1), or null. */
  @Nullable Integer certificateLevelOn(CarerId id, LocalDate day);

  Optional<Assessor> findAssessor(UUID id);

  Optional<Assessor> findAssessorByAccount(UUID account);

  /** Active assessors who can sign in. */
  List<Assessor> assessorsWithAccount();

  /** Active assessors of the county the region lies in. */
  List<Assessor> assessorsFor(String regionCode);

  /** An assessor's phone number in clear, for the check of kinship only. */
  @Nullable String phoneOfAssessor(UUID id);
}
