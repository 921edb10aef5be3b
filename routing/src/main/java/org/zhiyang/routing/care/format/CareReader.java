package org.zhiyang.routing.care.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareIntake;
import org.zhiyang.routing.care.CareLink;
import org.zhiyang.routing.care.CarePlan;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.routing.care.CareWeights;
import org.zhiyang.routing.json.JsonNode;
import org.zhiyang.routing.json.JsonText;

/** Reads the {@code zhiyang} format. Refuses, with the path inside the file, what is not of that form, and what {@link CareIntake} refuses. */
public final class CareReader {
  static final CareWeights WEIGHTS = new CareWeights(1_000, 1, 30, 10, 10, 1, 60);
  private static final int LARGEST = 1_000_000_000;
  private static final int LAST = 31 * 1440;
  private static final int MOST_LEVEL = 99;

  private CareReader() {}

  public static CareProblem read(String text) {
    if (text.isBlank()) throw new RoutingRefusal("文件是空的，请换一个 zhiyang 格式的 JSON 文件。");
    var file = new JsonNode(JsonText.read(text), "").only("days", "handover", "notBefore", "weights", "travel", "carers", "visits", "links", "standing");
    var problem = new CareProblem(file.field("days").whole(1, 31), each(file.field("visits"), CareReader::visit), optional(file.field("links"), CareReader::link),
        each(file.field("carers"), CareReader::carer), TravelReader.read(file.field("travel")), whole(file.field("handover"), 0, 0, 1440), whole(file.field("notBefore"), 0, 0, LAST),
        weights(file.field("weights")), optional(file.field("standing"), CareReader::stop));
    CareIntake.check(problem);
    return problem;
  }

  private static CareWeights weights(JsonNode node) {
    if (node.missing()) return WEIGHTS;
    node.only("unserved", "offWish", "newFace", "eachCarer", "notPreferred", "unfair", "changed");
    return new CareWeights(whole(node.field("unserved"), WEIGHTS.unserved(), 0, LARGEST), whole(node.field("offWish"), WEIGHTS.offWish(), 0, LARGEST),
        whole(node.field("newFace"), WEIGHTS.newFace(), 0, LARGEST), whole(node.field("eachCarer"), WEIGHTS.eachCarer(), 0, LARGEST),
        whole(node.field("notPreferred"), WEIGHTS.notPreferred(), 0, LARGEST),
        whole(node.field("unfair"), WEIGHTS.unfair(), 0, LARGEST), whole(node.field("changed"), WEIGHTS.changed(), 0, LARGEST));
  }

  private static CareVisit visit(JsonNode node) {
    node.only("id", "elder", "place", "from", "to", "wished", "minutes", "skills", "pool", "priority", "preferred", "refused", "known", "pin");
    var id = node.field("id").text();
    int from = node.field("from").whole(0, LAST);
    int to = node.field("to").whole(0, LAST);
    var wished = node.field("wished").missing() ? List.<JsonNode>of() : node.field("wished").items();
    if (!wished.isEmpty() && wished.size() != 2) throw new RoutingRefusal("%s.wished 须有两个数，请改正。".formatted(node.path()));
    int wishedFrom = wished.isEmpty() ? from : wished.get(0).whole(0, LAST);
    int wishedTo = wished.isEmpty() ? to : wished.get(1).whole(0, LAST);
    return new CareVisit(id, node.field("elder").missing() ? id : node.field("elder").text(), node.field("place").whole(0, LARGEST), from, to, wishedFrom, wishedTo,
        node.field("minutes").whole(-LARGEST, LARGEST), optional(node.field("skills"), CareReader::needed), text(node.field("pool")), whole(node.field("priority"), 5, -LARGEST, LARGEST),
        names(node.field("preferred")), names(node.field("refused")), names(node.field("known")), pin(node.field("pin")));
  }

  private static CareVisit.@Nullable Pin pin(JsonNode node) {
    if (node.missing()) return null;
    node.only("carer", "start", "begun");
    return new CareVisit.Pin(node.field("carer").text(), node.field("start").whole(0, LAST), !node.field("begun").missing() && node.field("begun").truth());
  }

  private static CareVisit.Skill needed(JsonNode node) {
    node.only("code", "level");
    return new CareVisit.Skill(node.field("code").text(), whole(node.field("level"), 1, 1, MOST_LEVEL));
  }

  private static CareCarer carer(JsonNode node) {
    node.only("id", "pools", "skills", "shifts", "mode", "mostMinutesADay", "mostMinutesAWeek", "leastRest", "refused");
    return new CareCarer(node.field("id").text(), names(node.field("pools")), optional(node.field("skills"), CareReader::held), optional(node.field("shifts"), CareReader::shift),
        whole(node.field("mode"), 0, 0, 99), whole(node.field("mostMinutesADay"), 1440, -LARGEST, LARGEST), whole(node.field("mostMinutesAWeek"), 10_080, -LARGEST, LARGEST),
        whole(node.field("leastRest"), 0, -LARGEST, LARGEST), names(node.field("refused")));
  }

  private static CareCarer.Skill held(JsonNode node) {
    node.only("code", "level", "until");
    return new CareCarer.Skill(node.field("code").text(), whole(node.field("level"), 1, 1, MOST_LEVEL), whole(node.field("until"), LARGEST, -LARGEST, LARGEST));
  }

  private static CareCarer.Shift shift(JsonNode node) {
    node.only("from", "to", "start", "end", "breaks", "gaps");
    return new CareCarer.Shift(node.field("from").whole(-LARGEST, LARGEST), node.field("to").whole(-LARGEST, LARGEST), node.field("start").whole(0, LARGEST),
        node.field("end").missing() ? null : (Integer) node.field("end").whole(0, LARGEST), optional(node.field("breaks"), CareReader::pause), optional(node.field("gaps"), CareReader::gap));
  }

  private static CareCarer.Gap gap(JsonNode node) {
    node.only("from", "to");
    return new CareCarer.Gap(node.field("from").whole(0, LAST), node.field("to").whole(0, LAST));
  }

  private static CareCarer.Break pause(JsonNode node) {
    node.only("from", "to", "minutes");
    return new CareCarer.Break(node.field("from").whole(0, LAST), node.field("to").whole(0, LAST), node.field("minutes").whole(-LARGEST, LARGEST));
  }

  private static CareLink link(JsonNode node) {
    node.only("first", "second", "least", "most");
    return new CareLink(node.field("first").text(), node.field("second").text(), whole(node.field("least"), 0, -LARGEST, LARGEST), whole(node.field("most"), 0, -LARGEST, LARGEST));
  }

  private static CarePlan.Stop stop(JsonNode node) {
    node.only("visit", "carer", "start");
    return new CarePlan.Stop(node.field("visit").text(), node.field("carer").text(), node.field("start").whole(0, LAST));
  }

  private static int whole(JsonNode node, int usual, int least, int most) {
    return node.missing() ? usual : node.whole(least, most);
  }

  private static @Nullable String text(JsonNode node) {
    return node.missing() ? null : node.text();
  }

  private static Set<String> names(JsonNode node) {
    if (node.missing()) return Set.of();
    var names = new HashSet<String>();
    for (var item : node.items()) names.add(item.text());
    return names;
  }

  private static <T> List<T> optional(JsonNode node, Function<JsonNode, T> reader) {
    return node.missing() ? List.of() : each(node, reader);
  }

  private static <T> List<T> each(JsonNode node, Function<JsonNode, T> reader) {
    var list = new ArrayList<T>();
    for (var item : node.items()) list.add(reader.apply(item));
    return list;
  }
}
