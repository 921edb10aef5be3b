package org.zhiyang.registry.population;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.zhiyang.registry.population.domain.PopulationPlan;

/** One number for a whole simulated city: SHA-256 over every record in readable form, in the generator's order. Same profile, number and seed, same digest. */
public final class ContentDigest {
  private ContentDigest() {}

  public static String of(PopulationPlan plan) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      plan.households().forEachOrdered(household -> sha.update(household.toString().getBytes(StandardCharsets.UTF_8)));
      plan.facilities().forEach(record -> add(sha, record));
      plan.providers().forEach(record -> add(sha, record));
      plan.carers().forEach(record -> add(sha, record.id()));
      plan.villageWorkers().forEach(record -> add(sha, record));
      plan.assessors().forEach(record -> add(sha, record));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(MessageDigest sha, Object record) {
    sha.update(record.toString().getBytes(StandardCharsets.UTF_8));
  }
}
