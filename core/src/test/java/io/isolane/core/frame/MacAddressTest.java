package io.isolane.core.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MacAddressTest {
    @Property
    void shouldReadBackWhatItWrote(@ForAll @LongRange(min = 0, max = MacAddress.MASK) long mac) {
        String text = MacAddress.format(mac);
        assertThat(text).matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}");
        assertThat(MacAddress.parse(text)).isEqualTo(mac);
        assertThat(MacAddress.parse(text.toUpperCase(Locale.ROOT).replace(':', '-')))
                .isEqualTo(mac);
    }

    @Test
    void shouldPutTheFirstByteOnTheWireFirst() {
        assertThat(MacAddress.parse("00:11:22:33:44:55")).isEqualTo(0x0011_2233_4455L);
        assertThat(MacAddress.format(0x0011_2233_4455L)).isEqualTo("00:11:22:33:44:55");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00:11:22:33:44",
                "00:11:22:33:44:55:66",
                "0:11:22:33:44:55",
                "001122334455",
                "00:11:22:33:44:5g",
                " 00:11:22:33:44:55",
                "00:11:22:33:44:55\n",
                "0x:11:22:33:44:55"
            })
    void shouldRefuseWhatIsNoAddress(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MacAddress.parse(text))
                .withMessageContaining("six pairs of digits");
    }

    @Test
    void shouldTellGroupFromIndividual() {
        assertThat(MacAddress.isGroup(MacAddress.BROADCAST)).isTrue();
        assertThat(MacAddress.isGroup(MacAddress.parse("01:00:5e:00:00:01"))).isTrue();
        assertThat(MacAddress.isGroup(MacAddress.parse("fe:ff:ff:ff:ff:ff"))).isFalse();
    }

    @Test
    void shouldTellLocallyFromUniversallyAdministered() {
        assertThat(MacAddress.isLocallyAdministered(MacAddress.parse("02:00:00:00:00:01")))
                .isTrue();
        assertThat(MacAddress.isLocallyAdministered(MacAddress.parse("fd:ff:ff:ff:ff:ff")))
                .isFalse();
    }

    @Test
    void shouldKnowTheSixteenAddressesThatNoBridgeForwards() {
        long first = MacAddress.parse("01:80:c2:00:00:00");
        for (long mac = first; mac < first + 16; mac++) {
            assertThat(MacAddress.isLinkLocal(mac)).isTrue();
        }
        assertThat(MacAddress.isLinkLocal(first - 1)).isFalse();
        assertThat(MacAddress.isLinkLocal(first + 16)).isFalse();
        assertThat(MacAddress.isLinkLocal(MacAddress.parse("01:80:c2:01:00:00")))
                .isFalse();
    }

    @Property
    void shouldTakeForAStationWhatIsIndividualAndNotZero(@ForAll long number) {
        boolean fits = number > 0 && number <= MacAddress.MASK;
        assertThat(MacAddress.isStation(number)).isEqualTo(fits && !MacAddress.isGroup(number));
        long mac = number & MacAddress.MASK;
        assertThat(MacAddress.isStation(mac)).isEqualTo(mac != 0 && !MacAddress.isGroup(mac));
    }
}
