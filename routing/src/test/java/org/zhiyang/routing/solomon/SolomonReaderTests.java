package org.zhiyang.routing.solomon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.Samples;
import org.zhiyang.routing.vrptw.Objective;

class SolomonReaderTests {
  private static final String SMALL = """
      tiny

      VEHICLE
      NUMBER     CAPACITY
        2         50

      CUSTOMER
      CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

          0      0         0          0          0       100          0
          1      3         4         10          0        90         10
          2      6         8         20         20        80         10
      """;

  @Test
  void readsAFileOfTheUsualForm() {
    var instance = Samples.instance("C101.25");

    assertThat(instance.name()).isEqualTo("C101.25");
    assertThat(instance.vehicles()).isEqualTo(25);
    assertThat(instance.capacity()).isEqualTo(200);
    assertThat(instance.customers()).hasSize(26);
    assertThat(instance.customers().get(1)).isEqualTo(new SolomonInstance.Customer(45, 68, 10, 912, 967, 90));
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(delimiter = '|', textBlock = """
      VEHICLE                     | LORRY                        | VEHICLE
      CUSTOMER                    | PEOPLE                       | CUSTOMER
      2         50                | 0         50                 | 车辆数须至少为 1
      2         50                | 2.5         50               | 整数
      2         50                | 2                            | 须有 2 个数
      1      3         4          | 1      3                     | 第 11 行须有 7 个数
      1      3         4          | 1      3         x4          | 第 11 行的“x4”不是数字
      1      3         4          | 1      3         0x1p3       | 第 11 行的“0x1p3”不是数字，请写成 12 或 12.5 这样的十进制数
      1      3         4          | 1      3         45d         | “45d”不是数字
      1      3         4          | 1      3         1e3         | “1e3”不是数字
      1      3         4          | 1      3         9999999999  | 太大
      1      3         4          | 7      3         4           | 编号应为 1
      10          0        90     | -10          0        90     | 需求量须为不小于 0 的整数
      10          0        90     | 10          95        90     | 时间窗开始晚于结束
      0        90         10      | 0        90         -10      | 时间不能为负数
      0        90         10      | 0        90         NaN      | “NaN”不是数字""")
  void refusesWhatItCannotReadWithTheLine(String part, String instead, String expected) {
    assertThat(SMALL).contains(part);

    assertThatThrownBy(() -> SolomonReader.read(SMALL.replace(part, instead))).isInstanceOf(RoutingRefusal.class).hasMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      '', 文件是空的
      '   ', 文件是空的
      '{"a":1}', VEHICLE""")
  void refusesAFileThatIsSomethingElse(String text, String expected) {
    assertThatThrownBy(() -> SolomonReader.read(text)).isInstanceOf(RoutingRefusal.class).hasMessageContaining(expected);
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(delimiter = '|', textBlock = """
      2         50                        | 2         15                    | 客户 2 的需求量 20 超过车辆容量 15
      2         50                        | 1         25                    | 超过 1 辆车的总容量
      20        80                        | 0         9                     | 客户 2 也赶不上
      0        90         10              | 99         99         10        | 来不及在车场关门前返回""")
  void refusesWhatNoPlanCanSatisfy(String part, String instead, String expected) {
    var text = SMALL.replaceAll(part.replace(" ", " +").replaceAll("( \\+)+", " +"), instead);
    assertThat(text).isNotEqualTo(SMALL);

    assertThatThrownBy(() -> SolomonScale.of(SolomonReader.read(text), Objective.DISTANCE).problem().requireEachServable())
        .isInstanceOf(RoutingRefusal.class).hasMessageContaining(expected);
  }

  @Test
  void cutsALineAfterOneDecimalForTheDistance() {
    var problem = SolomonScale.of(SolomonReader.read(SMALL.replace("6         8", "1         1")), Objective.DISTANCE).problem();

    assertThat(problem.travel().distance(0, 1)).isEqualTo(50);
    assertThat(problem.travel().distance(0, 2)).as("1.414…").isEqualTo(14);
    assertThat(problem.stops().get(1).due()).isEqualTo(900);
  }

  @Test
  void countsFinerWhereWindowsHaveMoreDecimals() {
    var scale = SolomonScale.of(SolomonReader.read(SMALL.replace("20        80", "20.25     80.5")), Objective.DISTANCE);

    assertThat(scale.unit()).isEqualTo(100);
    assertThat(scale.problem().stops().get(2).ready()).isEqualTo(2025);
    assertThat(scale.problem().travel().distance(0, 1)).isEqualTo(500);
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatIsWrittenForGeneratedInstances(SolomonFamily family) {
    var made = SolomonGenerator.make(family, 40, 75, 60, 7);

    assertThat(SolomonReader.read(SolomonWriter.write(made))).isEqualTo(made);
    assertThat(made).isEqualTo(SolomonGenerator.make(family, 40, 75, 60, 7)).isNotEqualTo(SolomonGenerator.make(family, 40, 75, 60, 8));
    SolomonScale.of(made, Objective.DISTANCE).problem().requireEachServable();
    SolomonScale.of(made, Objective.VEHICLES).problem().requireEachServable();
  }
}
