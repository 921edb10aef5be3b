package org.zhiyang.registry.population.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.registry.elder.Sex;

/**
 * Makes names for invented people: a frequent surname (weight 1/(rank + 4)) and one or two given-name characters of the birth cohort.
 * A name made here may by chance be somebody's name, as any Chinese name of three characters is; nothing else about that person is here.
 */
final class Names {

  private static final int RANK_OFFSET = 4;

  private final String surnames;
  private final double[] upTo;
  private final NavigableMap<Integer, String[]> characters = new TreeMap<>();
  private final NavigableMap<Integer, Double> doubleShare = new TreeMap<>();
  private final List<String> institutions = new ArrayList<>();
  private final List<String> streets = new ArrayList<>();

  private Names(String surnames) {
    this.surnames = surnames;
    upTo = new double[surnames.length()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += 1.0 / (i + 1 + RANK_OFFSET);
      upTo[i] = sum;
    }
    for (int i = 0; i < upTo.length; i++) {
      upTo[i] /= sum;
    }
  }

  static Names read(ProfileFiles files) {
    var yaml = new ProfileNode("names.yaml", "", files.yaml("names.yaml"));
    var names = new Names(yaml.text("surnames"));
    yaml.bands("cohorts").forEach((from, cohort) -> names.characters.put(from, new String[] {cohort.text("male"), cohort.text("female")}));
    yaml.table("doubleCharacterPercent").forEach((from, percent) -> names.doubleShare.put(Integer.parseInt(from), percent / 100));
    yaml.at("places").at("institution").node().valueStream().forEach(word -> names.institutions.add(word.asString()));
    yaml.at("places").at("street").node().valueStream().forEach(word -> names.streets.add(word.asString()));
    return names;
  }

  String surname(SplittableRandom random) {
    int at = java.util.Arrays.binarySearch(upTo, random.nextDouble());
    int rank = Math.min(at < 0 ? -at - 1 : at, upTo.length - 1);
    return surnames.substring(rank, rank + 1);
  }

  String given(int birthYear, Sex sex, SplittableRandom random) {
    var choice = characters.floorEntry(birthYear).getValue()[sex.ordinal()];
    var first = choice.charAt(random.nextInt(choice.length()));
    if (random.nextDouble() >= doubleShare.floorEntry(birthYear).getValue()) {
      return String.valueOf(first);
    }
    return String.valueOf(first) + choice.charAt(random.nextInt(choice.length()));
  }

  String full(int birthYear, Sex sex, SplittableRandom random) {
    return surname(random) + given(birthYear, sex, random);
  }

  String institution(SplittableRandom random) {
    return institutions.get(random.nextInt(institutions.size()));
  }

  String street(SplittableRandom random) {
    return streets.get(random.nextInt(streets.size()));
  }
}
