package org.zhiyang.need.eligibility.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.need.eligibility.domain.PayerSplitPolicy.Left;

class PayerSplitPolicyTests {
  private static final PayerOrder USUAL = new PayerOrder(List.of(Payer.ENTITLEMENT, Payer.VOUCHER, Payer.ELDER));

  @ParameterizedTest(name = "{0} fen, {1} min; left {2} min, {3} fen at {4}")
  @CsvSource(textBlock = """
      4500,  60, 600, 80000, 500,  4500,     0,    0,  60
      4500,  60,  60,     0,   0,  4500,     0,    0,  60
      4500,  60,  59,     0,   0,  4425,     0,   75,  59
      4500,  60,  20, 80000, 500,  1500,  1500, 1500,  20
      4500,  60,   0, 80000, 500,     0,  2250, 2250,   0
      4501,  60,   0, 80000, 500,     0,  2250, 2251,   0
      4500,  60,   0,  1000, 500,     0,  1000, 3500,   0
      4500,  60,   0,     0, 500,     0,     0, 4500,   0
      1500,   0, 600, 80000, 500,     0,   750,  750,   0
      1500,   0, 600, 80000, 1000,    0,  1500,    0,   0
      1,     60,  59,     1, 500,     0,     0,    1,  59
      0,     60, 600, 80000, 500,     0,     0,    0,   0
      100,    3,   1,     0,   0,    33,     0,   67,   1""")
  void splitsInTheOrderOfPayers(long price, int minutes, int left, long voucher, int rate, long publicFen, long voucherFen, long elderFen, int taken) {
    var shares = PayerSplitPolicy.split(price, minutes, new Left(left, voucher, rate), USUAL);

    assertThat(List.of(shares.publicFen(), shares.voucherFen(), shares.elderFen(), (long) shares.publicMinutes())).containsExactly(publicFen, voucherFen, elderFen, (long) taken);
  }

  @Test
  void letsTheVoucherGoFirstWhereTheProfileSaysSo() {
    var shares = PayerSplitPolicy.split(4500, 60, new Left(30, 80000, 500), new PayerOrder(List.of(Payer.VOUCHER, Payer.ENTITLEMENT, Payer.ELDER)));

    assertThat(List.of(shares.voucherFen(), shares.publicFen(), shares.elderFen())).containsExactly(2250L, 1125L, 1125L);
  }

  @Test
  void neverTakesMoreThanIsLeftAndAlwaysAddsUp() {
    var random = new Random(20261122);
    for (int i = 0; i < 20_000; i++) {
      var left = new Left(random.nextInt(0, 700), random.nextLong(0, 80_001), random.nextInt(0, 1001));
      var price = random.nextLong(0, 100_000);
      var minutes = random.nextInt(0, 700);

      var shares = PayerSplitPolicy.split(price, minutes, left, USUAL);

      assertThat(shares.publicFen() + shares.voucherFen() + shares.elderFen()).isEqualTo(price);
      assertThat(shares.publicMinutes()).isBetween(0, Math.min(minutes, left.minutes()));
      assertThat(shares.voucherFen()).isBetween(0L, left.voucherFen());
    }
  }

  @Test
  void refusesAnOrderInWhichTheElderIsNotTheLast() {
    assertThatThrownBy(() -> new PayerOrder(List.of(Payer.ELDER, Payer.VOUCHER))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PayerOrder(List.of(Payer.VOUCHER, Payer.VOUCHER, Payer.ELDER))).isInstanceOf(IllegalArgumentException.class);
  }
}
