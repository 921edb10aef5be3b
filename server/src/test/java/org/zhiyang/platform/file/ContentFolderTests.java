package org.zhiyang.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.platform.crypto.Keys;
import org.zhiyang.platform.crypto.Sealing;
import org.zhiyang.platform.crypto.Sm3;

class ContentFolderTests {
  private static final String DIGEST = Sm3.hex("content");

  @TempDir Path data;

  @Test
  void aContentIsThereWholeOnceAndReadableOnlyOpened() throws IOException {
    var folder = new ContentFolder(data.resolve("files"));
    var sealing = new Sealing(Keys.in(data));
    var sealed = sealing.sealBytes("一张照片".getBytes(StandardCharsets.UTF_8));

    folder.write(DIGEST, sealed);
    folder.write(DIGEST, sealing.sealBytes("一张照片".getBytes(StandardCharsets.UTF_8)));

    assertThat(folder.read(DIGEST)).isEqualTo(sealed);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("照片");
    assertThat(new String(sealing.openBytes(folder.read(DIGEST)), StandardCharsets.UTF_8)).isEqualTo("一张照片");
    try (var files = Files.walk(data.resolve("files"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void aDiskThatTakesNothingIsRefusedAndLeavesNothing() throws IOException {
    var folder = new ContentFolder(data.resolve("files"));
    Files.createDirectories(data.resolve("files").resolve(DIGEST.substring(0, 2)).getParent());
    Files.writeString(data.resolve("files").resolve(DIGEST.substring(0, 2)), "a file where the folder should be");

    assertThatThrownBy(() -> folder.write(DIGEST, new byte[100])).isInstanceOf(FileRefusal.NoRoom.class);

    try (var files = Files.walk(data.resolve("files"))) {
      assertThat(files.filter(f -> f.toString().endsWith(".new"))).isEmpty();
    }
    assertThat(folder.has(DIGEST)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      FFD8FFE0, JPEG
      89504E470D0A1A0A, PNG
      52494646000000005745425056, WEBP
      255044462D312E37, PDF
      3C68746D6C3E,
      FFD8,""")
  void theKindOfAContentIsToldByItsFirstBytes(String hex, FileKind expected) {
    assertThat(FileKind.of(java.util.HexFormat.of().parseHex(hex)).orElse(null)).isEqualTo(expected);
  }

  @Test
  void theDigestIsSm3() {
    assertThat(Sm3.hex("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  }
}
