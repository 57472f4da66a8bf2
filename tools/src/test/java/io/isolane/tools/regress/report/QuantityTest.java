package io.isolane.tools.regress.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "31.849, 31.85",
        "0.00012344, 0.0001234",
        "999.96, 1000",
        "31849999, '31,850,000'",
        "2.50, 2.5",
        "-1.5, -1.5"
    })
    void shouldShowFourDigits(double value, String text) {
        assertThat(Quantity.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.052, +5.2 %", "-0.0691, -6.9 %", "-0.0001, +0.0 %", "239, x240", "8.99, +899.0 %"})
    void shouldShowAChangeWithItsSign(double share, String text) {
        assertThat(Quantity.change(share)).isEqualTo(text);
    }
}
