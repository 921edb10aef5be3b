package org.zhiyang.routing.hhcrsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.SearchLimits;
import org.zhiyang.routing.check.HomeVisitChecker;

class HhcrspReaderTests {
  private static final String TINY = """
      {"central_offices":[{"id":"d"}], "services":[{"id":"s1","default_duration":15},{"id":"s2","default_duration":5}],
       "caregivers":[{"id":"c1","abilities":["s1"]},{"id":"c2","abilities":["s2"],"working_shift":[0,300]}],
       "patients":[{"id":"p1","time_window":[10,20],"required_caregivers":[{"service":"s1","duration":7.5},{"service":"s2"}],
        "synchronization":{"type":"sequential","distance":[3,9]},"incompatible_caregivers":["c9"]}],
       "distances":[[0,4],[5,0]]}""";

  @Test
  void readsEverythingTheFormatKnows() {
    var instance = HhcrspReader.read(TINY);

    var patient = instance.patients().getFirst();
    assertThat(patient.services()).containsExactly(new HhcrspInstance.Service("s1", 7.5), new HhcrspInstance.Service("s2", 5));
    assertThat(patient.gap()).isEqualTo(new HhcrspInstance.Gap(3, 9));
    assertThat(patient.refused()).containsExactly("c9");
    assertThat(instance.carers().get(1).to()).isEqualTo(300);
    assertThat(instance.carers().get(0).to()).isInfinite();
    assertThat(instance.travel(-1, 0)).isEqualTo(4);
    assertThat(instance.travel(0, -1)).isEqualTo(5);
  }

  @Test
  void plansTheSampleFile() throws IOException {
    try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/hhcrsp/sample-12.json"))) {
      var instance = HhcrspReader.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));

      var answer = HhcrspPlanner.plan(instance, SearchLimits.ofIterations(50_000, 1));

      assertThat(instance.patients()).hasSize(12);
      assertThat(HomeVisitChecker.check(instance, answer)).isEmpty();
    }
  }

  @Test
  void readsWhatTheWriterWrites() {
    var instance = HhcrspGenerator.make(10, 4);

    var read = HhcrspReader.read(HhcrspWriter.write(instance));

    assertThat(read.patients()).isEqualTo(instance.patients());
    assertThat(read.carers()).isEqualTo(instance.carers());
    assertThat(read.travel()).isDeepEqualTo(instance.travel());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      {"central_offices"       | "central_offices"         | 第 1 行不是有效的 JSON
      [[0,4],[5,0]]}           | [[0,4],[5,0]]             | 第 5 行不是有效的 JSON
      "caregivers"             | "helpers"                 | caregivers 缺失或不是列表
      [{"id":"d"}]             | []                        | 至少写明一个服务站
      [10,20]                  | [20,10]                   | patients[0].time_window 的开始大于结束
      [10,20]                  | [-10,20]                  | patients[0].time_window[0] 的值须在 0 至
      [10,20]                  | [10]                      | patients[0].time_window 须有两个数
      [3,9]                    | [9,3]                     | synchronization.distance 的开始大于结束
      "sequential"             | "alternating"             | “alternating”不认识
      "duration":7.5           | "duration":"long"         | duration 缺失或不是数字
      "duration":7.5           | "duration":-1             | duration 的值须在 0 至
      [[0,4],[5,0]]            | [[0,4]]                   | distances 须有 2 行
      [[0,4],[5,0]]            | [[0,4],[5]]               | distances[1] 须有 2 个数
      [[0,4],[5,0]]            | [[0,null],[5,0]]          | distances[0][1] 缺失或不是数字
      "id":"c2"                | "id":"c1"                 | 编号 c1 出现了不止一次
      "abilities":["s2"]       | "abilities":["s3"]        | 没有护理员能为老人 p1 提供服务 s2
      ["c9"]                   | ["c2"]                    | 没有护理员能为老人 p1 提供服务 s2
      [0,300]                  | [0,10]                    | 没有护理员能为老人 p1 提供服务 s2
      [0,300]                  | [300,0]                   | working_shift 的开始大于结束
      {"service":"s2"}         | {"service":"s1"}          | 需要两名不同的护理员
      ,"distance":[3,9]        | ~~                        | synchronization.distance 缺失""")
  void refusesWithOneSentence(String part, String instead, String sentence) {
    assertThat(TINY).contains(part);

    assertThatThrownBy(() -> HhcrspPlanner.plan(TINY.replace(part, instead), SearchLimits.ofIterations(100, 1)))
        .isInstanceOf(RoutingRefusal.class).hasMessageContaining(sentence).message().doesNotContain("\n").endsWith("。");
  }

  @Test
  void refusesWhatOnlyTheShiftsMakeImpossible() {
    // Both can do it alone within 0 to 300, but the gap puts the second behind the shift.
    assertThatThrownBy(() -> HhcrspPlanner.plan(TINY.replace("[3,9]", "[295,400]"), SearchLimits.ofIterations(1_000, 1)))
        .isInstanceOf(RoutingRefusal.class).hasMessageContaining("班次");
  }

  @Test
  void refusesAnEmptyFileAndOneThatIsNoObject() {
    assertThatThrownBy(() -> HhcrspReader.read(" \n")).hasMessageContaining("文件是空的");
    assertThatThrownBy(() -> HhcrspReader.read("[1]")).hasMessageContaining("文件内容 应为对象");
    assertThatThrownBy(() -> HhcrspReader.read("[".repeat(100_000))).hasMessageContaining("不是有效的 JSON");
  }
}
