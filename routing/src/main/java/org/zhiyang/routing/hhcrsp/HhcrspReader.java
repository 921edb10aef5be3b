package org.zhiyang.routing.hhcrsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Carer;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Gap;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Patient;
import org.zhiyang.routing.hhcrsp.HhcrspInstance.Service;
import org.zhiyang.routing.json.JsonNode;
import org.zhiyang.routing.json.JsonText;

/** Reads the JSON form of the public instances. Refuses, with the path inside the file, what is not of that form or contradicts itself. */
public final class HhcrspReader {
  private static final int MOST_PATIENTS = 2_000;

  private HhcrspReader() {}

  public static HhcrspInstance read(String text) {
    if (text.isBlank()) throw new RoutingRefusal("文件是空的，请换一个 HHCRSP 格式的 JSON 文件。");
    var file = new JsonNode(JsonText.read(text), "");
    int offices = file.field("central_offices").items().size();
    if (offices == 0) throw new RoutingRefusal("central_offices 没有内容，请至少写明一个服务站。");
    var usual = new HashMap<String, Double>();
    if (!file.field("services").missing()) {
      for (var service : file.field("services").items()) {
        if (!service.field("default_duration").missing()) usual.put(service.field("id").text(), service.field("default_duration").time());
      }
    }
    var carers = new ArrayList<Carer>();
    for (var node : file.field("caregivers").items()) carers.add(carer(node));
    refuseTwins(carers.stream().map(Carer::id).toList(), "caregivers");
    var patients = new ArrayList<Patient>();
    for (var node : file.field("patients").items()) patients.add(patient(node, usual));
    refuseTwins(patients.stream().map(Patient::id).toList(), "patients");
    if (patients.size() > MOST_PATIENTS) throw new RoutingRefusal("patients 超过 %d 个，无法计算，请分成几个文件。".formatted(MOST_PATIENTS));
    return new HhcrspInstance(patients, carers, offices, travel(file.field("distances"), offices + patients.size()));
  }

  private static Carer carer(JsonNode node) {
    var abilities = new HashSet<String>();
    for (var ability : node.field("abilities").items()) abilities.add(ability.text());
    var shift = node.field("working_shift");
    var span = shift.missing() ? new double[] {0, Double.POSITIVE_INFINITY} : shift.span();
    return new Carer(node.field("id").text(), Set.copyOf(abilities), span[0], span[1]);
  }

  private static Patient patient(JsonNode node, Map<String, Double> usual) {
    var services = new ArrayList<Service>();
    for (var required : node.field("required_caregivers").items()) {
      var id = required.field("service").text();
      var duration = required.field("duration");
      services.add(new Service(id, duration.missing() && usual.containsKey(id) ? usual.get(id) : duration.time()));
    }
    if (services.isEmpty() || services.size() > 2) throw new RoutingRefusal("%s.required_caregivers 须有一项或两项服务，请改正。".formatted(node.path()));
    var span = node.field("time_window").span();
    var refused = new HashSet<String>();
    if (!node.field("incompatible_caregivers").missing()) {
      for (var carer : node.field("incompatible_caregivers").items()) refused.add(carer.text());
    }
    var gap = services.size() == 2 ? gap(node.field("synchronization")) : new Gap(0, 0);
    return new Patient(node.field("id").text(), span[0], span[1], List.copyOf(services), gap, Set.copyOf(refused));
  }

  private static Gap gap(JsonNode node) {
    var type = node.field("type").text();
    return switch (type) {
      case "simultaneous" -> new Gap(0, 0);
      case "sequential" -> {
        var span = node.field("distance").span();
        yield new Gap(span[0], span[1]);
      }
      default -> throw new RoutingRefusal("%s.type 的“%s”不认识，请使用 simultaneous 或 sequential。".formatted(node.path(), type));
    };
  }

  private static double[][] travel(JsonNode node, int places) {
    var rows = node.items();
    if (rows.size() != places) throw new RoutingRefusal("distances 须有 %d 行（服务站加老人），现有 %d 行，请改正。".formatted(places, rows.size()));
    var travel = new double[places][];
    for (int i = 0; i < places; i++) {
      var row = rows.get(i).items();
      if (row.size() != places) throw new RoutingRefusal("distances[%d] 须有 %d 个数，现有 %d 个，请改正。".formatted(i, places, row.size()));
      travel[i] = row.stream().mapToDouble(JsonNode::time).toArray();
    }
    return travel;
  }

  private static void refuseTwins(List<String> ids, String where) {
    var seen = new HashSet<String>();
    for (var id : ids) {
      if (!seen.add(id)) throw new RoutingRefusal("%s 中编号 %s 出现了不止一次，请改正。".formatted(where, id));
    }
  }
}
