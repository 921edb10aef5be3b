package org.zhiyang.funding.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiyang.need.eligibility.PayerShares;

class AmountsTests {
  @ParameterizedTest
  @CsvSource(textBlock = """
      # price, public, voucher, elder, share, withheld, payable
        12345,  12345,       0,     0,   0.1,     1235,   11110
        12344,  12344,       0,     0,   0.1,     1234,   11110
        10000,   6000,    1000,  3000,   0.1,      700,    6300
        10000,   6000,    1000,  3000,     0,        0,    7000
         5000,      0,       0,  5000,   0.1,        0,       0
            5,      5,       0,     0,   0.1,        1,       4
            4,      4,       0,     0,   0.1,        0,       4""")
  void aFailedScoreWithholdsItsShareOfThePublicMoneyOnly(long price, long publicFen, long voucher, long elder, BigDecimal share, long withheld, long payable) {
    var amounts = Amounts.of(new PayerShares(price, publicFen, voucher, elder, 0), share);

    assertThat(amounts.withheldFen()).isEqualTo(withheld);
    assertThat(amounts.payableFen()).isEqualTo(payable);
    assertThat(amounts.priceFen()).isEqualTo(amounts.publicFen() + amounts.voucherFen() + amounts.elderFen());
  }

  @Test
  void sharesThatDoNotAddUpAreNoAmounts() {
    assertThatThrownBy(() -> new Amounts(100, 50, 20, 20, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"1, REVIEWED", "0, CLEARED", "-1, CARRIED"})
  void aReviewPaysClearsOrCarriesOverByTheSum(long payable, StatementState expected) {
    assertThat(StatementState.afterReview(payable)).isEqualTo(expected);
    assertThat(StatementState.FROZEN.successors()).contains(expected);
  }
}
