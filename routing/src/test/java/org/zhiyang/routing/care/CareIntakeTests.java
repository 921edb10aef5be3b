package org.zhiyang.routing.care;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.routing.RoutingRefusal;
import org.zhiyang.routing.care.format.CareReader;

/** A small right problem of two days, spoilt in one place each time. */
class CareIntakeTests {
  private static final String RIGHT = """
      {"days": 2, "handover": 5, "notBefore": 0, "travel": {"matrix": [[[0, 10], [10, 0]]]},
       "carers": [{"id": "chen", "skills": [{"code": "life", "level": 1}], "mostMinutesADay": 480, "mostMinutesAWeek": 2400, "leastRest": 600,
         "shifts": [{"from": 480, "to": 1000, "start": 0, "end": 0, "breaks": [{"from": 660, "to": 700, "minutes": 30}, {"from": 800, "to": 820, "minutes": 15}], "gaps": [{"from": 600, "to": 630}]}, {"from": 1920, "to": 2400, "start": 0}]},
        {"id": "liu"}],
       "visits": [{"id": "one", "place": 1, "from": 500, "to": 600, "wished": [520, 540], "minutes": 30, "priority": 5, "pin": {"carer": "chen", "start": 520}},
        {"id": "two", "place": 1, "from": 510, "to": 610, "minutes": 40, "skills": [{"code": "life", "level": 1}]}, {"id": "three", "place": 1, "from": 1930, "to": 2000, "minutes": 20}],
       "links": [{"first": "one", "second": "two", "least": 0, "most": 10}], "standing": [{"visit": "three", "carer": "liu", "start": 1950}]}""";

  @Test
  void aProblemThatAgreesWithItselfIsTaken() {
    assertThatCode(() -> CareReader.read(RIGHT)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      "days": 2                             | "days": 1                            | 护理员 chen：班次 1920 至 2400 的时间不对
      "days": 2                             | "days": 0                            | days 须为 1 至 31 之间的整数
      "handover": 5                         | "handover": -1                       | handover 须为 0 至 1440 之间的整数
      "notBefore": 0                        | "notBefore": 3000                    | “现在”的时刻 3000 不在计划的 2 天之内
      "minutes": 40                         | "minutes": 0                         | 服务 two：时长为 0 分钟，须在 1 至 1440 之间
      "from": 510, "to": 610                | "from": 611, "to": 610               | 服务 two：最早开始晚于最晚开始
      "from": 510, "to": 610                | "from": 1400, "to": 1500             | 服务 two：时段跨过了午夜
      "from": 1930, "to": 2000              | "from": 2900, "to": 2950             | 服务 three：时段不在计划的 2 天之内
      "wished": [520, 540]                  | "wished": [540, 520]                 | 服务 one：约定的开始时间不在可选时段之内
      "wished": [520, 540]                  | "wished": [490, 540]                 | 服务 one：约定的开始时间不在可选时段之内
      "priority": 5                         | "priority": 10                       | 服务 one：优先级为 10，须在 1 至 9 之间
      "id": "two", "place": 1               | "id": "two", "place": 7              | 服务 two的地点 7 不存在
      "start": 0, "end": 0                  | "start": 0, "end": 2                 | 护理员 chen 的班次的地点 2 不存在
      "carer": "chen", "start": 520         | "carer": "sun", "start": 520         | 服务 one：固定给了不存在的护理员 sun
      "carer": "chen", "start": 520         | "carer": "chen", "start": 3500       | 服务 one：固定的开始时间不在计划的 2 天之内
      "second": "two"                       | "second": "four"                     | 双人服务中的服务 four 不存在
      "second": "two"                       | "second": "one"                      | 服务 one 与自己组成了双人服务
      "least": 0, "most": 10}               | "least": 0}, {"first": "two", "second": "three"} | 服务 two 属于不止一组双人服务
      "least": 0, "most": 10                | "least": 11, "most": 10              | 双人服务 one 与 two 的最短间隔大于最长间隔
      "from": 1920, "to": 2400              | "from": 990, "to": 2400              | 护理员 chen：班次重叠或没有按时间排列
      "from": 1920, "to": 2400              | "from": 2400, "to": 1920             | 护理员 chen：班次 2400 至 1920 的时间不对
      "from": 480, "to": 1000               | "from": -5, "to": 1000               | 护理员 chen：班次 -5 至 1000 的时间不对
      "from": 800, "to": 820                | "from": 710, "to": 820               | 护理员 chen：休息重叠、没有按时间排列或早于班次
      "from": 800, "to": 820                | "from": 830, "to": 820               | 护理员 chen：休息的最早开始晚于最晚开始
      "to": 820, "minutes": 15              | "to": 990, "minutes": 15             | 护理员 chen：休息超出了班次
      "to": 820, "minutes": 15              | "to": 820, "minutes": 0              | 护理员 chen：休息时长为 0 分钟
      "gaps": [{"from": 600, "to": 630}]    | "gaps": [{"from": 600, "to": 600}]   | 护理员 chen：不当班的时段 600 至 600 须先开始后结束
      "gaps": [{"from": 600, "to": 630}]    | "gaps": [{"from": 400, "to": 630}]   | 护理员 chen：不当班的时段重叠、没有按时间排列或早于班次
      "gaps": [{"from": 600, "to": 630}]    | "gaps": [{"from": 600, "to": 630}, {"from": 620, "to": 640}] | 护理员 chen：不当班的时段重叠、没有按时间排列或早于班次
      "gaps": [{"from": 600, "to": 630}]    | "gaps": [{"from": 600, "to": 1630}]  | 护理员 chen：不当班的时段超出了班次
      "mostMinutesADay": 480                | "mostMinutesADay": -1                | 护理员 chen：工时上限和休息时间不能为负数
      "leastRest": 600                      | "leastRest": -600                    | 护理员 chen：工时上限和休息时间不能为负数
      "id": "liu"                           | "id": "chen"                         | 护理员编号 chen 出现了不止一次
      "id": "three"                         | "id": "two"                          | 服务编号 two 出现了不止一次
      "start": 1950}                        | "start": 1950}, {"visit": "three", "carer": "chen", "start": 1960} | 服务 three 在已发布计划中出现了不止一次
      "carer": "liu", "start": 1950         | "carer": "liu", "start": 5000        | 已发布计划中服务 three 的开始时间不在计划的 2 天之内
      "priority": 5                         | "prority": 5                         | visits[0] 中没有名为 prority 的字段
      "place": 1, "from": 500               | "from": 500                          | visits[0].place 缺失或不是数字
      [[0, 10], [10, 0]]                    | [[0, 10], [10]]                      | 第 1 行须有 2 个数
      [[0, 10], [10, 0]]                    | [[0, -1], [10, 0]]                   | travel.matrix[0][0][1] 须为 0 至 1000000 之间的整数
      "matrix": [[[0, 10], [10, 0]]]        | "detour": 2                          | travel 须给出 matrix（路程表）或 places（坐标）之一
      "matrix": [[[0, 10], [10, 0]]]        | "places": [[112.6, 96]]              | travel.places[0][1] 须在 -90.0 至 90.0 之间
      "visits": [                           | "visits": [,                         | 第 5 行不是有效的 JSON""")
  void whatContradictsItselfIsRefusedByName(String part, String instead, String sentence) {
    var spoilt = RIGHT.replace(part, instead);

    assertThatExceptionOfType(RoutingRefusal.class).isThrownBy(() -> CareReader.read(spoilt)).satisfies(refusal -> {
      org.assertj.core.api.Assertions.assertThat(spoilt).isNotEqualTo(RIGHT);
      org.assertj.core.api.Assertions.assertThat(refusal.sentence()).contains(sentence).doesNotContain("\n");
    });
  }

  static Stream<String> blank() {
    return Stream.of("", " \n");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("blank")
  void anEmptyFileIsRefused(String text) {
    assertThatExceptionOfType(RoutingRefusal.class).isThrownBy(() -> CareReader.read(text)).withMessageContaining("文件是空的");
  }
}
