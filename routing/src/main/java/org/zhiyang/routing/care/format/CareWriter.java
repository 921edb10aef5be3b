package org.zhiyang.routing.care.format;

import static org.zhiyang.routing.json.JsonText.quoted;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhiyang.routing.care.CareCarer;
import org.zhiyang.routing.care.CareProblem;
import org.zhiyang.routing.care.CareVisit;
import org.zhiyang.routing.care.TravelTimes;

/** Writes a problem in the {@code zhiyang} format. Ways are written as tables, so a problem of many places makes a large file. */
public final class CareWriter {
  private CareWriter() {}

  public static String write(CareProblem p) {
    int modes = 1 + p.carers().stream().mapToInt(CareCarer::mode).max().orElse(0);
    var w = p.weights();
    return "{\"days\":%d,\"handover\":%d,\"notBefore\":%d,\n".formatted(p.days(), p.handover(), p.notBefore())
        + "\"weights\":{\"unserved\":%d,\"offWish\":%d,\"newFace\":%d,\"eachCarer\":%d,\"notPreferred\":%d,\"unfair\":%d,\"changed\":%d},\n".formatted(w.unserved(), w.offWish(), w.newFace(), w.eachCarer(), w.notPreferred(), w.unfair(), w.changed())
        + "\"travel\":{\"matrix\":" + list(IntStream.range(0, modes).mapToObj(mode -> table(p.travel(), mode))) + "},\n"
        + "\"carers\":" + rows(p.carers().stream().map(CareWriter::carer)) + ",\n"
        + "\"visits\":" + rows(p.visits().stream().map(CareWriter::visit)) + ",\n"
        + "\"links\":" + rows(p.links().stream().map(l -> "{\"first\":%s,\"second\":%s,\"least\":%d,\"most\":%d}".formatted(quoted(l.first()), quoted(l.second()), l.least(), l.most()))) + ",\n"
        + "\"standing\":" + rows(p.standing().stream().map(s -> "{\"visit\":%s,\"carer\":%s,\"start\":%d}".formatted(quoted(s.visit()), quoted(s.carer()), s.start()))) + "}\n";
  }

  private static String table(TravelTimes travel, int mode) {
    int places = travel.places();
    return list(IntStream.range(0, places).mapToObj(from -> list(IntStream.range(0, places).mapToObj(to -> {
      int way = travel.minutes(mode, from, to);
      return way >= TravelTimes.UNREACHABLE ? "null" : String.valueOf(way);
    }))));
  }

  private static String carer(CareCarer c) {
    var skills = list(c.skills().stream().map(s -> "{\"code\":%s,\"level\":%d,\"until\":%d}".formatted(quoted(s.code()), s.level(), Math.min(s.until(), 1_000_000_000))));
    return "{\"id\":%s,\"pools\":%s,\"skills\":%s,\"mode\":%d,\"mostMinutesADay\":%d,\"mostMinutesAWeek\":%d,\"leastRest\":%d,\"refused\":%s,\"shifts\":%s}".formatted(quoted(c.id()), names(c.pools()), skills,
        c.mode(), c.mostMinutesADay(), c.mostMinutesAWeek(), c.leastRest(), names(c.refused()), list(c.shifts().stream().map(CareWriter::shift)));
  }

  private static String shift(CareCarer.Shift s) {
    var end = s.endPlace() == null ? "" : ",\"end\":" + s.endPlace();
    var breaks = list(s.breaks().stream().map(b -> "{\"from\":%d,\"to\":%d,\"minutes\":%d}".formatted(b.from(), b.to(), b.minutes())));
    var gaps = list(s.gaps().stream().map(g -> "{\"from\":%d,\"to\":%d}".formatted(g.from(), g.to())));
    return "{\"from\":%d,\"to\":%d,\"start\":%d%s,\"breaks\":%s,\"gaps\":%s}".formatted(s.from(), s.to(), s.startPlace(), end, breaks, gaps);
  }

  private static String visit(CareVisit v) {
    var skills = list(v.skills().stream().map(s -> "{\"code\":%s,\"level\":%d}".formatted(quoted(s.code()), s.level())));
    var pin = v.pin() == null ? "" : ",\"pin\":{\"carer\":%s,\"start\":%d,\"begun\":%b}".formatted(quoted(v.pin().carer()), v.pin().start(), v.pin().begun());
    var pool = v.pool() == null ? "" : ",\"pool\":" + quoted(v.pool());
    return "{\"id\":%s,\"elder\":%s,\"place\":%d,\"from\":%d,\"to\":%d,\"wished\":[%d,%d],\"minutes\":%d,\"skills\":%s%s,\"priority\":%d,\"preferred\":%s,\"refused\":%s,\"known\":%s%s}".formatted(quoted(v.id()),
        quoted(v.elder()), v.place(), v.from(), v.to(), v.wishedFrom(), v.wishedTo(), v.minutes(), skills, pool, v.priority(), names(v.preferred()), names(v.refused()), names(v.known()), pin);
  }

  private static String names(Collection<String> names) {
    return list(names.stream().sorted().map(name -> quoted(name)));
  }

  private static String list(Stream<String> items) {
    return items.collect(Collectors.joining(",", "[", "]"));
  }

  private static String rows(Stream<String> items) {
    return items.collect(Collectors.joining(",\n ", "[", "]"));
  }
}
