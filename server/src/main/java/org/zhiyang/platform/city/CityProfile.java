package org.zhiyang.platform.city;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a city is called and how it looks, from {@code <city>/city.yaml}; not its regions, figures or services.
 *
 * @param key the profile's folder, for example {@code huzhou}
 * @param code 12 digits of the city's division
 * @param name official name; {@code shortName} without 市
 * @param brandName what the platform is called here
 * @param hotline the number people dial
 * @param colors main color (at least 4.5:1 with white), a deeper one, a wash; {@code #RRGGBB}
 * @param center where the map opens, WGS-84; {@code zoom} 1..18
 */
public record CityProfile(String key, String code, String name, String shortName, String brandName, String slogan, String hotline,
                          Colors colors, Center center, int zoom) {

  private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");
  private static final double LEAST_CONTRAST = 4.5;

  public record Colors(String main, String deep, String wash) {}

  public record Center(double lng, double lat) {}

  /** Reads and checks the city's file. @throws BrokenProfile naming the line's key and what is wrong with it */
  public static CityProfile read(ProfileFiles files) {
    var file = files.city() + "/city.yaml";
    var node = files.yaml("city.yaml");
    node.path("files").forEachEntry((name, owner) -> {
      if (files.isOwn(name) != owner.asString().equals("city")) {
        throw new BrokenProfile(file, "says that " + name + " is the " + owner.asString() + " file, but the folder " + files.city()
            + (files.isOwn(name) ? " has one of its own" : " has none"));
      }
    });
    var colors = new Colors(text(file, node, "colors", "main"), text(file, node, "colors", "deep"), text(file, node, "colors", "wash"));
    if (!COLOR.matcher(colors.main()).matches() || contrastWithWhite(colors.main()) < LEAST_CONTRAST) {
      throw new BrokenProfile(file, "colors.main " + colors.main() + " must be #RRGGBB and reach " + LEAST_CONTRAST + ":1 with white");
    }
    var code = text(file, node, "code");
    if (!code.matches("[1-9][0-9]{3}0{8}")) {
      throw new BrokenProfile(file, "code \"" + code + "\" is not the 12-digit code of a city");
    }
    var zoom = node.path("zoom").asInt(0);
    var center = new Center(node.path("center").path("lng").asDouble(0), node.path("center").path("lat").asDouble(0));
    if (zoom < 1 || zoom > 18 || center.lng() < 73 || center.lng() > 136 || center.lat() < 3 || center.lat() > 54) {
      throw new BrokenProfile(file, "center must lie in China (lng 73..136, lat 3..54) and zoom be 1..18");
    }
    return new CityProfile(files.city(), code, text(file, node, "name"), text(file, node, "shortName"), text(file, node, "brandName"),
        text(file, node, "slogan"), text(file, node, "hotline"), colors, center, zoom);
  }

  private static String text(String file, JsonNode node, String... path) {
    for (var key : path) {
      node = node.path(key);
    }
    var text = node.asString("");
    if (text.isBlank()) {
      throw new BrokenProfile(file, "\"" + String.join(".", path) + "\" is missing");
    }
    return text;
  }

  /** WCAG 2 contrast ratio of white text on this color, 1..21. */
  static double contrastWithWhite(String color) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double luminance = 0;
    for (int i = 0; i < 3; i++) {
      double channel = Integer.parseInt(color, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
      luminance += weights[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
    }
    return 1.05 / (luminance + 0.05);
  }
}
