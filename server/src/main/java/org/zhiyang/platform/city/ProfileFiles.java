package org.zhiyang.platform.city;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The files that describe one city: the city's own file where it has one, else the national file of the same name.
 *
 * <p>Read from a directory, or from the class path folder {@code profiles/} when none is given. Works without a Spring context.
 * Names are relative to the city's or the national folder, for example {@code regions.csv} or {@code calendar/cn_holidays.csv}.
 * Only {@code parameters/} and the service list are not replaced but joined, see {@link #all} and {@link #items}. Nothing is cached; safe for use by many threads.
 */
public final class ProfileFiles {

  private static final String NATIONAL = "national";
  private static final Pattern CITY = Pattern.compile("[a-z][a-z0-9-]{1,40}");
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final CsvMapper CSV = new CsvMapper();

  private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
  private final String city;
  private final String root;

  /**
   * @param city the folder's name, lower-case pinyin such as {@code huzhou}
   * @param directory holds {@code national/} and {@code <city>/}; null = those in the jar
   * @throws BrokenProfile when there is no such city
   */
  public ProfileFiles(String city, @Nullable Path directory) {
    if (!CITY.matcher(city).matches() || city.equals(NATIONAL)) {
      throw new BrokenProfile("city.yaml", "\"" + city + "\" is not the name of a city's folder (lower-case pinyin, for example huzhou)");
    }
    this.city = city;
    this.root = directory == null ? "classpath:profiles/" : directory.toAbsolutePath().normalize().toUri().toString().replaceFirst("/?$", "/");
    if (!resource(city, "city.yaml").exists()) {
      throw new BrokenProfile(city + "/city.yaml", "not found; there is no profile of this city in "
          + (directory == null ? "this program" : directory));
    }
  }

  /** Whether a profile of this city is in this program. */
  public static boolean has(String city) {
    return CITY.matcher(city).matches() && !city.equals(NATIONAL) && ProfileFiles.class.getResource("/profiles/" + city + "/city.yaml") != null;
  }

  /** The city's folder name. */
  public String city() {
    return city;
  }

  public Optional<ProfileFile> find(String name) {
    for (var owner : List.of(city, NATIONAL)) {
      var resource = resource(owner, name);
      if (resource.exists()) {
        return Optional.of(read(owner + "/" + name, resource));
      }
    }
    return Optional.empty();
  }

  public ProfileFile get(String name) {
    return find(name).orElseThrow(() -> new BrokenProfile(name, "neither the city \"" + city + "\" nor the national profile has it"));
  }

  /** Whether the city has a file of its own by this name. */
  public boolean isOwn(String name) {
    return resource(city, name).exists();
  }

  /** All files with this ending in a folder, the national ones first, then the city's, each sorted by name: both stand side by side. */
  public List<ProfileFile> all(String folder, String ending) {
    var files = new ArrayList<ProfileFile>();
    for (var owner : List.of(NATIONAL, city)) {
      for (var resource : list(root + owner + "/" + folder + "/*" + ending)) {
        files.add(read(owner + "/" + folder + "/" + resource.getFilename(), resource));
      }
    }
    return List.copyOf(files);
  }

  public JsonNode yaml(String name) {
    return yaml(get(name));
  }

  public static JsonNode yaml(ProfileFile file) {
    try {
      return YAML.readTree(file.text());
    } catch (JacksonException e) {
      throw new BrokenProfile(file.path(), "is not readable YAML: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The items of a list file, each with a {@code code}: the national ones in their order, on each what the city says otherwise, then the city's own. A field
   * the city writes stands instead of the whole national field; what it does not write follows the national list, also when that changes.
   *
   * @throws BrokenProfile when an item has no code, or a file holds a code twice
   */
  public List<JsonNode> items(String name) {
    var merged = new LinkedHashMap<String, JsonNode>();
    for (var owner : List.of(NATIONAL, city)) {
      var resource = resource(owner, name);
      if (!resource.exists()) continue;
      var file = read(owner + "/" + name, resource);
      var seen = new HashSet<String>();
      for (var item : yaml(file).path("items")) {
        var code = item.path("code").asString("");
        if (!(item instanceof ObjectNode own) || code.isBlank()) throw new BrokenProfile(file.path(), "has an item without a code");
        if (!seen.add(code)) throw new BrokenProfile(file.path(), "code " + code + " stands twice");
        merged.merge(code, own, (national, theirs) -> ((ObjectNode) national.deepCopy()).setAll(own));
      }
    }
    if (merged.isEmpty()) throw new BrokenProfile(name, "neither the city \"" + city + "\" nor the national profile has items in it");
    return List.copyOf(merged.values());
  }

  /** Rows of a CSV file with a header line, in order; a missing column is a missing key. */
  public List<Map<String, String>> csv(String name) {
    var file = get(name);
    try (var rows = CSV.readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader()).<Map<String, String>>readValues(file.text())) {
      return rows.readAll();
    } catch (JacksonException e) {
      throw new BrokenProfile(file.path(), "is not readable CSV: " + e.getOriginalMessage(), e);
    }
  }

  /** SHA-256 in hex over the named files' paths and contents; changes when one of them changes. */
  public String digest(String... names) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var name : names) {
        var file = get(name);
        digest.update((file.path() + '\0' + file.content().length + '\0').getBytes());
        digest.update(file.content());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Resource resource(String owner, String name) {
    if (name.contains("..") || name.startsWith("/")) {
      throw new IllegalArgumentException("a profile file is named relative to its folder: " + name);
    }
    return resources.getResource(root + owner + "/" + name);
  }

  private List<Resource> list(String pattern) {
    try {
      return java.util.Arrays.stream(resources.getResources(pattern)).sorted(Comparator.comparing(r -> String.valueOf(r.getFilename()))).toList();
    } catch (java.io.FileNotFoundException noSuchFolder) {
      return List.of();
    } catch (IOException e) {
      throw new BrokenProfile(pattern, "cannot be listed", e);
    }
  }

  private static ProfileFile read(String path, Resource resource) {
    try {
      return new ProfileFile(path, resource.getContentAsByteArray());
    } catch (IOException e) {
      throw new BrokenProfile(path, "cannot be read", e);
    }
  }
}
