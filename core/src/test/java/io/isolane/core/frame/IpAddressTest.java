package io.isolane.core.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IpAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.255.1",
                "255.255.255.255",
                "::",
                "::1",
                "1::",
                "fe80::1",
                "2001:db8:0:1:1:1:1:1",
                "2001:db8::1:0:0:1",
                "1:2:3:4:5:6:7:8",
                "0:1::"
            })
    void shouldWriteAddressesAsRfc5952Does(String text) {
        assertThat(address(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "ff02::1"})
    void shouldTakeNoneOfTheseForAHosts(String text) {
        assertThat(address(text).isHosts()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "169.254.0.1", "fe80::1", "2001:db8::1", "::2"})
    void shouldTakeAnyOtherForAHosts(String text) {
        assertThat(address(text).isHosts()).isTrue();
    }

    @Test
    void shouldRefuseAnyOtherNumberOfOctets() {
        assertThatThrownBy(() -> IpAddress.of(new byte[5])).hasMessageContaining("4 or 16 octets, not 5");
    }

    private static IpAddress address(String text) {
        return IpAddress.of(InetAddress.ofLiteral(text).getAddress());
    }
}
