package org.zhiyang.registry.population.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.zhiyang.platform.city.BrokenProfile;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.platform.region.CountyOutlines;
import org.zhiyang.platform.region.ProfileRegions;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.region.RegionTree;
import org.zhiyang.registry.elder.Sex;

/**
 * What the simulated people of a city look like: population.yaml, age-sex.csv, names.yaml, the service list and the divisions, read and checked.
 *
 * @param asOf the day ages, certificates and rotas are told for
 * @param ageSex people by age from {@value #FIRST_AGE} on, [age - 60][sex ordinal]; only the proportions count
 * @param ability cumulative shares of the levels 0..4 by first age of the band, [sex ordinal][level]
 * @param partnered share living in a couple by first age of the band, [sex ordinal]
 * @param countyPeople weight of a county by people; empty = by its number of villages
 * @param serviceSkills skill each service needs ("" = none) by its code, in the list's order; {@code serviceCrews} how many carers it takes
 */
public record PopulationProfile(RegionTree regions, CountyOutlines outlines, LocalDate asOf, double[][] ageSex, NavigableMap<Integer, double[][]> ability,
                                NavigableMap<Integer, double[]> partnered, Map<RegionCode, Double> countyPeople, Map<String, String> serviceSkills,
                                Map<String, Integer> serviceCrews, Names names, ProfileNode yaml) {

  static final int FIRST_AGE = 60;
  private static final int LEVELS = 5;

  /** @throws BrokenProfile naming the file and the entry that cannot be used */
  public static PopulationProfile read(ProfileFiles files) {
    var yaml = new ProfileNode(files.city() + "/population.yaml", "", files.yaml("population.yaml"));
    var skills = new LinkedHashMap<String, String>();
    var crews = new LinkedHashMap<String, Integer>();
    for (var item : files.items("service-list.yaml")) {
      var code = item.path("code").asString("");
      skills.put(code, item.path("requiredSkill").isNull() ? "" : item.path("requiredSkill").asString(""));
      crews.put(code, item.path("crewSize").asInt(1));
    }
    return new PopulationProfile(ProfileRegions.read(files), CountyOutlines.read(files.get("boundaries.geojson")), LocalDate.parse(yaml.text("asOf")),
        ageSex(files), ability(yaml), partnered(yaml), countyPeople(yaml), skills, crews, Names.read(files), yaml);
  }

  /** Level 0..4 of somebody of this age and sex. @param unit 0 (inclusive) .. 1 (exclusive) */
  int level(int age, Sex sex, double unit) {
    var upTo = ability.floorEntry(age).getValue()[sex.ordinal()];
    int level = 0;
    while (level < LEVELS - 1 && unit >= upTo[level]) {
      level++;
    }
    return level;
  }

  double partneredShare(int age, Sex sex) {
    return partnered.floorEntry(age).getValue()[sex.ordinal()];
  }

  private static double[][] ageSex(ProfileFiles files) {
    var rows = files.csv("age-sex.csv");
    var people = new double[rows.size()][];
    for (int i = 0; i < people.length; i++) {
      var row = rows.get(i);
      if (!String.valueOf(FIRST_AGE + i).equals(row.get("age"))) {
        throw new BrokenProfile(files.city() + "/age-sex.csv", "row " + (i + 1) + " must be of age " + (FIRST_AGE + i));
      }
      people[i] = new double[] {Double.parseDouble(row.get("male")), Double.parseDouble(row.get("female"))};
    }
    return people;
  }

  private static NavigableMap<Integer, double[][]> ability(ProfileNode yaml) {
    var bands = new TreeMap<Integer, double[][]>();
    yaml.at("ability").bands("percentByAge").forEach((from, band) ->
        bands.put(from, new double[][] {cumulative(band.shares("male", LEVELS)), cumulative(band.shares("female", LEVELS))}));
    return bands;
  }

  private static NavigableMap<Integer, double[]> partnered(ProfileNode yaml) {
    var bands = new TreeMap<Integer, double[]>();
    yaml.at("partnered").bands("percentByAge").forEach((from, band) -> bands.put(from, new double[] {band.share("male"), band.share("female")}));
    return bands;
  }

  private static Map<RegionCode, Double> countyPeople(ProfileNode yaml) {
    var weights = new LinkedHashMap<RegionCode, Double>();
    yaml.at("countyWeights").table("values").forEach((code, people) -> weights.put(new RegionCode(code), people));
    return weights;
  }

  private static double[] cumulative(double[] shares) {
    java.util.Arrays.parallelPrefix(shares, Double::sum);
    return shares;
  }
}
