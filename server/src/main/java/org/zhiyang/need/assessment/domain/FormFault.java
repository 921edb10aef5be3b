package org.zhiyang.need.assessment.domain;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a form: which field, what kind of fault, and what is allowed.
 *
 * @param field key of the item, condition or table field, for example {@code eating} or {@code health.pain}
 * @param name its Chinese name; empty for an unknown field
 * @param code kind of fault
 * @param allowed what may stand there, in Chinese ("0 到 4 的整数"); null when unknown
 */
public record FormFault(String field, String name, Code code, @Nullable String allowed) {

  /** Kinds of fault; the web client has a sentence for each. */
  public enum Code {
    REQUIRED("缺少"), UNKNOWN("不认识的项目"), DUPLICATE("重复填写"), NOT_INTEGER("不是整数"), NOT_BOOLEAN("不是 true 或 false"),
    OUT_OF_RANGE("超出范围"), NOT_AN_OPTION("不是可选项"), WRONG_SHAPE("格式不对"), CONTRADICTION("互相矛盾");

    private final String words;

    Code(String words) {
      this.words = words;
    }
  }

  /** One sentence for people: "进食（eating）超出范围：应为 0 到 4 的整数". */
  public String sentence() {
    var what = (name.isEmpty() ? field : name + "（" + field + "）") + code.words;
    return allowed == null ? what : what + (allowed.charAt(0) < 0x80 ? "：应为 " : "：应为") + allowed;
  }
}
