package io.isolane.tools.bench.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.dataplane.linux.Linux;
import io.isolane.tools.bench.device.Endpoint.Kind;
import io.isolane.tools.bench.tester.TesterConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceChoiceTest {
    @Test
    void shouldKnowEachKind() {
        assertThat(DeviceChoice.parse("memory")).isEqualTo(new DeviceChoice.Memory());
        assertThat(DeviceChoice.parse("packet:eth0,eth1"))
                .isEqualTo(new DeviceChoice.Interfaces(
                        List.of(endpoint(Kind.PACKET, "eth0"), endpoint(Kind.PACKET, "eth1"))));
        assertThat(DeviceChoice.parse("packet:eth0,tap:t0,t1"))
                .isEqualTo(new DeviceChoice.Interfaces(
                        List.of(endpoint(Kind.PACKET, "eth0"), endpoint(Kind.TAP, "t0"), endpoint(Kind.TAP, "t1"))));
        assertThat(DeviceChoice.parse("packet:v0@red,v0"))
                .isEqualTo(new DeviceChoice.Interfaces(
                        List.of(new Endpoint(Kind.PACKET, "v0", Optional.of("red")), endpoint(Kind.PACKET, "v0"))));
    }

    @Test
    void shouldSayWhatIsWrong() {
        refuses("packet:eth0", "it has 1 interface");
        refuses("packet:a,b,c,d,e,f,g,h,i", "it has 9 interfaces");
        refuses("eth0,eth1", "it names no kind");
        refuses("", "it names no kind");
        refuses("vhost:a,b", "'vhost' is none of packet, tap");
        refuses("packet:a,a", "it names an interface twice");
        refuses("packet:a,", "'' is not the name of an interface");
        refuses("packet:a,b/c", "'b/c' is not the name of an interface");
        refuses("packet:a,sixteen-letters-", "'sixteen-letters-' is not the name of an interface");
    }

    @Test
    void shouldNameAnInterfaceThatThereIsNot() {
        assumeTrue(Linux.isAvailable(), "interfaces need Linux");

        assertThatIOException()
                .isThrownBy(() ->
                        DeviceChoice.parse("packet:absent0,absent1").open(DeviceOptions.DEFAULT, TesterConfig.RFC_2544))
                .withMessageContaining("absent0");
    }

    private static void refuses(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceChoice.parse(text))
                .withMessageStartingWith(
                        "device '" + text + "': " + why + "; write memory, joined, packet:IF,IF[,...]");
    }

    private static Endpoint endpoint(Kind kind, String name) {
        return new Endpoint(kind, name, Optional.empty());
    }
}
