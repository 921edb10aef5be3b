package org.zhiyang.registry.population;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhiyang.platform.access.AccessCommands;
import org.zhiyang.platform.access.NewAccount;
import org.zhiyang.platform.access.NewAccount.Relation;
import org.zhiyang.platform.city.CityProfile;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionQueries;
import org.zhiyang.registry.elder.LivingSituation;
import org.zhiyang.registry.population.domain.PopulationPlan;
import org.zhiyang.registry.population.domain.SimulatedCarer;
import org.zhiyang.registry.population.domain.SimulatedElder;
import org.zhiyang.registry.population.domain.SimulatedHousehold;
import org.zhiyang.registry.population.domain.SimulatedProvider;
import org.zhiyang.registry.workforce.WorkforceCommands;
import tools.jackson.databind.json.JsonMapper;

/** One account for every role of the demo city, around one village, so that a newcomer can walk the whole loop. Passwords are made at random at the first
 *  start and kept in {@code <data>/accounts.json}, readable by the owner only. */
@Component
class DemoAccounts {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final AccessCommands access;
  private final WorkforceCommands workforce;
  private final RegionQueries regions;
  private final CityProfile city;
  private final JsonMapper json;
  private final Path file;
  private final SecureRandom random = new SecureRandom();

  DemoAccounts(AccessCommands access, WorkforceCommands workforce, RegionQueries regions, CityProfile city, JsonMapper json,
      @Value("${zhiyang.data-directory:./data}") Path dataDirectory) {
    this.access = access;
    this.workforce = workforce;
    this.regions = regions;
    this.city = city;
    this.json = json;
    this.file = dataDirectory.toAbsolutePath().normalize().resolve("accounts.json");
  }

  record Line(String username, String password, String displayName) {}

  @Transactional
  public void create(PopulationPlan plan) {
    var withProxy = plan.households().filter(DemoAccounts::hasProxy).map(SimulatedHousehold::village).collect(Collectors.toSet());
    var village = plan.elders().filter(e -> livesAtHome(e) && withProxy.contains(e.village())).collect(Collectors.groupingBy(SimulatedElder::village, Collectors.counting())).entrySet().stream()
        .max(Map.Entry.<RegionCode, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).orElseThrow().getKey();
    var lines = new LinkedHashMap<String, Line>();
    staff(lines, "village_worker", village);
    staff(lines, "town_officer", village.at(4));
    staff(lines, "county_officer", village.at(3));
    staff(lines, "city_officer", new RegionCode(city.code()));
    assessors(lines, plan, village);
    providers(lines, plan, village);
    staff(lines, "hotline_operator", new RegionCode(city.code()));
    staff(lines, "county_finance", village.at(3));
    staff(lines, "city_finance", new RegionCode(city.code()));
    account(lines, "administrator", "administrator", "系统管理员", null, null, null, Map.of());
    family(lines, plan, village);
    write(lines);
  }

  private void staff(Map<String, Line> lines, String role, RegionCode region) {
    account(lines, role, role, regions.get(region).name() + "·" + ROLE_NAMES.get(role), region.value(), null, null, Map.of());
  }

  private static final Map<String, String> ROLE_NAMES = Map.of("village_worker", "村社工作者", "town_officer", "镇街经办", "county_officer", "民政经办", "city_officer", "市民政",
      "hotline_operator", "12349坐席", "county_finance", "财务复核", "city_finance", "财务审批");

  /** Two assessors of the county, the first with a medical background: a pair that may assess. */
  private void assessors(Map<String, Line> lines, PopulationPlan plan, RegionCode village) {
    var all = plan.assessors();
    var county = village.at(3);
    var here = java.util.stream.IntStream.range(0, all.size()).filter(i -> all.get(i).county().equals(county)).boxed().toList();
    var medical = here.stream().filter(i -> i % 2 == 0).findFirst().orElseThrow();
    var other = here.stream().filter(i -> i % 2 == 1).findFirst().orElseThrow();
    for (var i : List.of(medical, other)) {
      var key = i.equals(medical) ? "assessor" : "assessor_2";
      workforce.linkAssessor(all.get(i).id(), account(lines, key, "assessor", all.get(i).name(), county.value(), null, null, Map.of()));
    }
  }

  /** The county's provider with the longest service list and the next one, if need be of another county; the two carers of the first who can do most, the nearer one first. */
  private void providers(Map<String, Line> lines, PopulationPlan plan, RegionCode village) {
    var nearest = plan.providers().stream().sorted(Comparator.comparing((SimulatedProvider p) -> !p.county().equals(village.at(3)))
        .thenComparing(p -> -p.services().size()).thenComparing(p -> -p.capacityVisitsPerDay())).toList();
    var first = nearest.getFirst();
    account(lines, "provider_dispatcher", "provider_dispatcher", first.name() + "·调度", null, first.id(), null, Map.of());
    if (nearest.size() > 1) account(lines, "provider_dispatcher_2", "provider_dispatcher", nearest.get(1).name() + "·调度", null, nearest.get(1).id(), null, Map.of());
    var carers = plan.carers().stream().filter(c -> c.providerId().equals(first.id()))
        .sorted(Comparator.comparing((SimulatedCarer c) -> -c.skills().size()).thenComparing(c -> c.base().metersTo(first.base()))).limit(2).toList();
    for (var i = 0; i < carers.size(); i++) {
      var carer = carers.get(i);
      account(lines, i == 0 ? "carer" : "carer_2", "carer", carer.name(), null, first.id(), carer.id(), Map.of());
    }
  }

  /** An elder of the village who lives at home and has a proxy, and that proxy. */
  private void family(Map<String, Line> lines, PopulationPlan plan, RegionCode village) {
    var household = plan.households().filter(h -> h.village().equals(village) && hasProxy(h))
        .max(Comparator.comparing((SimulatedHousehold h) -> h.elders().stream().mapToInt(SimulatedElder::abilityLevel).max().orElse(0))
            .thenComparing(h -> h.elders().getFirst().living() == LivingSituation.ALONE)).orElseThrow();
    var elder = household.elders().stream().max(Comparator.comparingInt(SimulatedElder::abilityLevel)).orElseThrow();
    var proxy = household.members().stream().filter(m -> m.proxy()).findFirst().orElseThrow();
    account(lines, "elder", "elder", elder.name(), null, null, null, Map.of(elder.id(), Relation.SELF));
    account(lines, "family", "family", proxy.name(), null, null, null, proxy.id(), household.elders().stream().collect(Collectors.toMap(SimulatedElder::id, e -> Relation.PROXY)));
  }

  private static boolean hasProxy(SimulatedHousehold household) {
    return household.members().stream().anyMatch(m -> m.proxy()) && household.elders().stream().allMatch(DemoAccounts::livesAtHome);
  }

  private static boolean livesAtHome(SimulatedElder elder) {
    return elder.careHomeId() == null;
  }

  private UUID account(Map<String, Line> lines, String username, String role, String displayName, @Nullable String region, @Nullable UUID organization, @Nullable UUID carer,
      Map<UUID, Relation> elders) {
    return account(lines, username, role, displayName, region, organization, carer, null, elders);
  }

  private UUID account(Map<String, Line> lines, String username, String role, String displayName, @Nullable String region, @Nullable UUID organization, @Nullable UUID carer,
      @Nullable UUID member, Map<UUID, Relation> elders) {
    var password = random.ints(12, 0, LETTERS.length()).mapToObj(i -> String.valueOf(LETTERS.charAt(i))).collect(Collectors.joining());
    lines.put(username, new Line(username, password, displayName));
    return access.create(new NewAccount(Generators.timeBasedEpochGenerator().generate(), username, password, displayName, role, region, organization, carer, member, elders));
  }

  private void write(Map<String, Line> lines) {
    try {
      var fresh = Files.createTempFile(file.getParent(), "accounts", ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(fresh, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(lines));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
