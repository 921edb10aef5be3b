package org.zhiyang.need.assessment.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.cli.ZhiyangCommand;
import org.zhiyang.need.assessment.domain.AssessmentFixtures;

class ScoreGbt42195Tests {

  private static final String NO_CHANGE = "{\"coma\":false,\"dementia_or_mental_disorder\":false,\"risk_events_30d\":0}";

  private int status;

  private String run(String input) throws IOException {
    var out = new ByteArrayOutputStream();
    status = new ScoreGbt42195(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out).call();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String answers(Map<String, Object> answers) {
    return answers.entrySet().stream().map(a -> "\"" + a.getKey() + "\":" + a.getValue()).collect(Collectors.joining(",", "{", "}"));
  }

  private static String full() {
    return answers(AssessmentFixtures.answersOfTotal(90));
  }

  private static String line(String answers, String conditions) {
    return "{\"answers\":" + answers + ",\"conditions\":" + conditions + "}\n";
  }

  @Test
  void printsOneResultForEachLineInTheAgreedOrder() throws IOException {
    var out = run(line(full(), NO_CHANGE) + "\n  \r\n"
        + line(full(), "{\"risk_events_30d\":2,\"coma\":true,\"dementia_or_mental_disorder\":true}"));

    var dimensions = "\"dimensions\":{\"self_care\":32,\"basic_mobility\":15,\"mental_state\":28,\"perception_social\":15}";
    assertThat(out).isEqualTo("{\"total\":90," + dimensions + ",\"initialLevel\":0,\"finalLevel\":0,\"changes\":[]}\n"
        + "{\"total\":90," + dimensions + ",\"initialLevel\":0,\"finalLevel\":4,\"changes\":[\"coma\",\"dementia_or_mental_disorder\",\"risk_events_30d\"]}\n");
    assertThat(status).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      "eating":4 | "eating":5 | 进食（eating）超出范围：应为 0 到 4 的整数
      "eating":4 | "eating":-1 | 进食（eating）超出范围
      "eating":4 | "eating":4.0 | 进食（eating）不是整数
      "eating":4 | "eating":4e0 | 进食（eating）不是整数
      "eating":4 | "eating":"4" | 进食（eating）不是整数
      "eating":4 | "eating":true | 进食（eating）不是整数
      "eating":4 | "eating":null | 进食（eating）不是整数
      "eating":4 | "eating":[4] | 进食（eating）不是整数
      "eating":4 | "eating":99999999999999999999 | 进食（eating）超出范围
      "eating":4, | `` | 进食（eating）缺少
      "eating":4 | "eating":4,"flying":1 | flying不认识的项目
      "eating":4 | "eating":4,"eating":4 | 进食（eating）重复填写
      "stairs":3 | "stairs":4 | 上下楼梯（stairs）超出范围：应为 0 到 3 的整数
      "risk_events_30d":0 | "risk_events_30d":-1 | 近30天内照护风险事件（risk_events_30d）超出范围
      "risk_events_30d":0 | "risk_events_30d":1.0 | 近30天内照护风险事件（risk_events_30d）不是整数
      "risk_events_30d":0 | "risk_events_30d":true | 近30天内照护风险事件（risk_events_30d）不是整数
      ,"risk_events_30d":0 | `` | 近30天内照护风险事件（risk_events_30d）缺少
      "coma":false | "coma":0 | 昏迷（coma）不是 true 或 false
      "coma":false | "coma":"false" | 昏迷（coma）不是 true 或 false
      "coma":false, | `` | 昏迷（coma）缺少
      "coma":false | "coma":false,"fever":true | fever不认识的项目
      "coma":false | "coma":false,"coma":true | 昏迷（coma）重复填写
      "conditions": | "id":7,"conditions": | id不认识的项目
      ,"conditions":{ | ,"conditionz":{ | 昏迷（coma）缺少
      {"answers": | {"answers":[],"other": | answers格式不对
      }} | }}} | 这一行
      }} | } | 不是有效的 JSON
      {"answers" | {answers | 不是有效的 JSON""")
  void answersABadLineWithASentenceThatNamesTheItem(String before, String after, String expected) throws IOException {
    var good = line(full(), NO_CHANGE);
    assertThat(good).contains(before);

    var out = run(good.replace(before, after) + good);

    var lines = out.lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("{\"error\":\"").contains(expected);
    assertThat(lines.get(1)).startsWith("{\"total\":90");
    assertThat(status).isEqualTo(2);
  }

  @Test
  void countsAVeryLargeNumberOfEventsAsMany() throws IOException {
    assertThat(run(line(full(), NO_CHANGE.replace(":0", ":99999999999999999999")))).contains("\"finalLevel\":1");
  }

  @Test
  void isFoundInTheGroupScore() {
    assertThat(ServiceLoader.load(ZhiyangCommand.class).stream().map(ServiceLoader.Provider::get))
        .anySatisfy(command -> {
          assertThat(command).isInstanceOf(ScoreGbt42195.class);
          assertThat(command.parent()).isEqualTo("score");
        });
  }
}
