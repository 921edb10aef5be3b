package org.zhiyang.platform.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of content that are kept, told by their first bytes, never by name or by what the sender says. */
enum FileKind {
  JPEG("image/jpeg"), PNG("image/png"), WEBP("image/webp"), OGG("audio/ogg"), WEBM("audio/webm"), MP4_AUDIO("audio/mp4"), PDF("application/pdf");

  private final String mediaType;

  FileKind(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(FileKind::mediaType).toList();
  }

  static Optional<FileKind> of(byte[] content) {
    if (starts(content, 0, 0xFF, 0xD8, 0xFF)) return Optional.of(JPEG);
    if (starts(content, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) return Optional.of(PNG);
    if (starts(content, 0, 'R', 'I', 'F', 'F') && starts(content, 8, 'W', 'E', 'B', 'P')) return Optional.of(WEBP);
    if (starts(content, 0, 'O', 'g', 'g', 'S')) return Optional.of(OGG);
    if (starts(content, 0, 0x1A, 0x45, 0xDF, 0xA3)) return Optional.of(WEBM);
    if (starts(content, 4, 'f', 't', 'y', 'p')) return Optional.of(MP4_AUDIO);
    if (starts(content, 0, '%', 'P', 'D', 'F', '-')) return Optional.of(PDF);
    return Optional.empty();
  }

  private static boolean starts(byte[] content, int offset, int... expected) {
    if (content.length < offset + expected.length) return false;
    for (var i = 0; i < expected.length; i++) {
      if ((content[offset + i] & 0xFF) != expected[i]) return false;
    }
    return true;
  }
}
