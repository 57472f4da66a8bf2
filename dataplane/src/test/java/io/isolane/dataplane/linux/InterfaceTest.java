package io.isolane.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InterfaceTest {
    @Test
    void shouldReadAndSetMtuAndAddress() throws IOException {
        try (TestNamespace namespace = TestNamespace.create();
                TestNamespace other = TestNamespace.create();
                Interface link = Interface.named("here", namespace.name())) {
            namespace.connect("here", other, "there");
            link.setMtu(1400);
            link.setMacAddress(0x0200_0a0b_0c0dL);
            assertThat(link.mtu()).isEqualTo(1400);
            assertThat(link.macAddress()).isEqualTo(0x0200_0a0b_0c0dL);
            assertThat(namespace.run("ip", "-o", "link", "show", "here")).contains("mtu 1400", "02:00:0a:0b:0c:0d");
        }
    }

    @Test
    void shouldBeUpOnlyWithACarrier() throws IOException {
        try (TestNamespace namespace = TestNamespace.create();
                TestNamespace other = TestNamespace.create();
                Interface here = Interface.named("here", namespace.name());
                Interface there = Interface.named("there", other.name())) {
            namespace.connect("here", other, "there");
            Awaited.that("the link comes up", here::isLinkUp);
            there.setUp(false);
            Awaited.that("the peer takes the carrier away", () -> !here.isLinkUp());
        }
    }

    @Test
    void shouldBeDownWithoutAnIndexAfterItVanished() throws IOException {
        try (TestNamespace namespace = TestNamespace.create();
                Interface link = Interface.named("here", namespace.name())) {
            assertThat(link.exists()).isFalse();
            namespace.run("ip", "link", "add", "here", "type", "veth", "peer", "name", "there");
            assertThat(link.currentIndex()).isEqualTo(link.index()).isPositive();
            namespace.run("ip", "link", "delete", "here");
            assertThat(link.exists()).isFalse();
            assertThat(link.isLinkUp()).isFalse();
            assertThatThrownBy(link::mtu)
                    .hasMessageContaining("cannot read the MTU on here in namespace " + namespace.name())
                    .hasMessageContaining("ENODEV");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "tap%d", "two words", "sixteen-letters!"})
    void shouldRefuseWhatIsNoName(String name) {
        assertThatThrownBy(() -> Interface.named(name, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "' is no interface name");
    }
}
