package org.zhiyang.registry.elder;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pinyin initials of a name for quick typing: 王秀兰 → wxl. Characters without a reading stand for themselves. */
final class Initials {
  private static final Map<Integer, String> KNOWN = new ConcurrentHashMap<>();

  private Initials() {}

  static String of(String name) {
    var out = new StringBuilder();
    name.codePoints().forEach(point -> out.append(KNOWN.computeIfAbsent(point, Initials::first)));
    return out.toString();
  }

  private static String first(int point) {
    var letter = PinyinHelper.toPinyin(Character.toString(point), PinyinStyleEnum.FIRST_LETTER);
    return letter.isEmpty() ? "" : letter.toLowerCase(java.util.Locale.ROOT);
  }
}
