package org.zhiyang.platform.city;

import java.nio.charset.StandardCharsets;

/** One file of a profile: its path from the profiles' root ("huzhou/city.yaml") and its bytes, UTF-8 text. */
public record ProfileFile(String path, byte[] content) {

  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return path;
  }
}
