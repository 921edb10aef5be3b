package org.zhiyang.need.eligibility.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhiyang.need.eligibility.ServiceItem;
import org.zhiyang.need.eligibility.domain.EligibilityRefusal;
import org.zhiyang.platform.city.BrokenProfile;
import org.zhiyang.platform.city.ProfileFiles;
import org.zhiyang.platform.policy.Source;
import org.zhiyang.platform.region.RegionCode;
import org.zhiyang.platform.web.NotFound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service list (服务清单) of the running city: the national items with what the city says otherwise; read and checked once. */
@Component
public class ServiceCatalogue {
  private static final String FILE = "service-list.yaml";

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final boolean production;

  ServiceCatalogue(ProfileFiles files, JsonMapper json, @Value("${zhiyang.production:false}") boolean production) {
    this.production = production;
    var path = files.get(FILE).path();
    for (var node : files.items(FILE)) {
      var entry = new Reader(path, node, json).entry();
      entries.put(entry.item.code(), entry);
    }
  }

  /** A price with its dates and source, fen per unit. */
  public record Price(long fen, String region, @Nullable LocalDate published, LocalDate effective, LocalDate recorded, String source, boolean verified) {}

  /** An item as offered on a day in a place. */
  public record Offer(ServiceItem item, String missionRow, Price price) {}

  private record Entry(ServiceItem item, String missionRow, List<Price> prices) {}

  /** Items that have a price on that day in that place, in the order of the file. */
  public List<Offer> offers(String region, LocalDate day) {
    return entries.values().stream().flatMap(entry -> offer(entry, region, day).stream()).toList();
  }

  public ServiceItem item(String code, String region, LocalDate day) {
    var entry = entries.get(code);
    if (entry == null) throw new NotFound();
    return offer(entry, region, day).orElseThrow(NotFound::new).item();
  }

  private Optional<Offer> offer(Entry entry, String region, LocalDate day) {
    var place = new RegionCode(region);
    var price = entry.prices.stream().filter(p -> !p.effective().isAfter(day) && place.isWithin(new RegionCode(p.region())))
        .max(Comparator.comparingInt((Price p) -> new RegionCode(p.region()).level()).thenComparing(Price::effective).thenComparing(Price::recorded));
    if (production && price.isPresent() && !price.get().verified()) throw new EligibilityRefusal.PriceUnverified(entry.item.code());
    var i = entry.item;
    return price.map(p -> new Offer(new ServiceItem(i.code(), i.name(), i.description(), i.unit(), i.durationMinutes(), i.requiredSkill(), i.minimumCertificateLevel(), i.crewSize(),
        i.countsAgainstHours(), i.beforeStart(), i.atCheckOut(), i.partMinutes(), i.responseTarget(), p.fen()), entry.missionRow, p));
  }

  /** Reads one item; every fault names the file, the item and the field. */
  private record Reader(String path, JsonNode node, JsonMapper json) {
    Entry entry() {
      var item = new ServiceItem(text("code"), text("name"), text("description"), text("unit"), positive("durationMinutes"),
          node.path("requiredSkill").isNull() ? null : text("requiredSkill"), level(), positive("crewSize"), bool("countsAgainstHours"),
          fields("beforeStart"), fields("atCheckOut"), partMinutes(), optional(node, "responseTargetParameter"), 0);
      var prices = new ArrayList<Price>();
      var keys = new HashSet<List<Object>>();
      for (var p : node.path("prices")) {
        var price = price(p);
        if (!keys.add(List.of(price.region(), price.effective(), price.recorded()))) throw broken("prices", "two prices for the same place and days");
        prices.add(price);
      }
      if (prices.isEmpty()) throw broken("prices", "is missing");
      return new Entry(item, node.path("missionRow").asString(""), List.copyOf(prices));
    }

    private Price price(JsonNode p) {
      var value = p.path("value");
      if (!value.isIntegralNumber() || value.asLong() < 0) throw broken("prices.value", "must be a whole number of fen");
      var region = p.path("region").asString("");
      if (!RegionCode.isWellFormed(region)) throw broken("prices.region", "must be a 12-digit code");
      var s = p.path("source");
      var source = s.path("kind").asString("").equals("assumption") ? Source.assumption(s.path("reason").asString(""))
          : Source.document(optional(s, "number"), optional(s, "title"), optional(s, "article"));
      return new Price(value.asLong(), region, p.path("published").isString() ? day(p, "published") : null, day(p, "effective"), day(p, "recorded"), source.citation(),
          p.path("verified").asBoolean(false));
    }

    private LocalDate day(JsonNode p, String field) {
      try {
        return LocalDate.parse(p.path(field).asString(""));
      } catch (java.time.format.DateTimeParseException notADay) {
        throw broken("prices." + field, "must be a day YYYY-MM-DD");
      }
    }

    private static @Nullable String optional(JsonNode s, String field) {
      return s.path(field).isString() ? s.path(field).asString() : null;
    }

    private @Nullable Integer level() {
      var level = node.path("minimumCertificateLevel");
      if (level.isNull() || level.isMissingNode()) return null;
      if (!level.isIntegralNumber() || level.asInt() < 1 || level.asInt() > 5) throw broken("minimumCertificateLevel", "must be 5 (lowest) to 1 or null");
      return level.asInt();
    }

    private @Nullable Integer partMinutes() {
      if (node.path("partMinutes").isMissingNode() || node.path("partMinutes").isNull()) return null;
      var minutes = positive("partMinutes");
      if (positive("durationMinutes") % minutes != 0) throw broken("partMinutes", "must divide durationMinutes");
      return minutes;
    }

    private List<Map<String, Object>> fields(String when) {
      var list = new ArrayList<Map<String, Object>>();
      for (var field : node.path("proof").path(when)) {
        if (!field.path("field").isString() || !field.path("label").isString() || !field.path("kind").isString()) throw broken("proof." + when, "each needs field, label and kind");
        list.add(json.convertValue(field, new tools.jackson.core.type.TypeReference<Map<String, Object>>() {}));
      }
      return List.copyOf(list);
    }

    private String text(String field) {
      var value = node.path(field).asString("");
      if (value.isBlank()) throw broken(field, "is missing");
      return value;
    }

    private int positive(String field) {
      var value = node.path(field);
      if (!value.isIntegralNumber() || value.asInt() < 1) throw broken(field, "must be a whole number of 1 or more");
      return value.asInt();
    }

    private boolean bool(String field) {
      if (!node.path(field).isBoolean()) throw broken(field, "must be true or false");
      return node.path(field).asBoolean();
    }

    private BrokenProfile broken(String field, String wrong) {
      return new BrokenProfile(path, "item " + node.path("code").asString("?") + ", " + field + " " + wrong);
    }
  }
}
