package org.zhiyang.registry.elder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.registry.elder.GbIdNumber.Flaw;

class GbIdNumberTests {

  @ParameterizedTest
  @CsvFileSource(resources = "idcard_vectors.csv", numLinesToSkip = 1)
  void judgesEveryVectorAsItsListSays(String number, String sex, String birth, String expect) {
    var flaw = GbIdNumber.flawIn(number);

    switch (expect) {
      case "valid" -> {
        assertThat(flaw).isEmpty();
        var id = new GbIdNumber(number);
        assertThat(id.sex()).isEqualTo(sex.equals("M") ? Sex.MALE : Sex.FEMALE);
        assertThat(id.birthOn()).isEqualTo(LocalDate.parse(birth, DateTimeFormatter.BASIC_ISO_DATE));
        assertThat(id.synthetic()).isTrue();
      }
      case "bad_check" -> assertThat(flaw).contains(Flaw.CHECK_CHARACTER);
      case "bad_date" -> assertThat(flaw).contains(Flaw.BIRTH_DATE);
      case "too_short", "15_digit_legacy" -> assertThat(flaw).contains(Flaw.LENGTH);
      default -> throw new IllegalStateException("unknown expectation " + expect);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      '', LENGTH
      0000001936022900111, LENGTH
      00000019360229001O, CHARACTER
      X00000193602290011, CHARACTER
      '０00000193602290011', CHARACTER
      990000193602290011, REGION
      000000193613290011, BIRTH_DATE
      000000187902280011, BIRTH_DATE""")
  void namesTheFirstFlawOfABadNumber(String number, Flaw expected) {
    assertThat(GbIdNumber.flawIn(number)).contains(expected);
  }

  @Test
  void readsALowerCaseCheckCharacterAndBlanksAround() {
    assertThat(new GbIdNumber(" 00000019360229002x ")).isEqualTo(new GbIdNumber("00000019360229002X"));
  }

  @Test
  void everySingleWrongDigitIsFoundByTheCheckCharacter() {
    var number = GbIdNumber.synthetic(LocalDate.of(1948, 6, 15), 17).value();

    for (int i = 14; i < 17; i++) {
      for (char c = '0'; c <= '9'; c++) {
        if (c != number.charAt(i)) {
          var wrong = number.substring(0, i) + c + number.substring(i + 1);
          assertThat(GbIdNumber.flawIn(wrong)).contains(Flaw.CHECK_CHARACTER);
        }
      }
    }
  }

  @Test
  void neverShowsTheNumberInTextsOrFaults() {
    var id = GbIdNumber.synthetic(LocalDate.of(1948, 6, 15), 17);

    assertThat(id.toString()).doesNotContain("1948");
    assertThat(id.masked()).isEqualTo("000*************" + id.value().substring(16));
    assertThatThrownBy(() -> new GbIdNumber("000000194806150014"))
        .isInstanceOf(GbIdNumber.Malformed.class).message().doesNotContain("1948");
  }
}
