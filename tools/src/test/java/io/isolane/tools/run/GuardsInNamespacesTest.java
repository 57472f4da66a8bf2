package io.isolane.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of guests that may use no IP address but their own, with the kernel's own ARP and Neighbour Discovery. */
@Timeout(60)
final class GuardsInNamespacesTest {
    @TempDir
    Path folder;

    @Test
    void shouldLetAGuestUseItsOwnAddressesAndNoOther() throws IOException {
        try (Lab lab = Lab.create(folder, "ping");
                Program isolane = Program.isolane(
                        "run", "--config", lab.example("address-guards.yaml").toString())) {
            isolane.await("ready: 4 ports");
            assertThat(ping(lab, "vm1", "10.77.0.1", "10.77.0.254")).isZero();
            assertThat(ping(lab, "vm1", "10.77.0.1", "10.77.0.2")).isZero();
            awaitAddresses(lab, "vm1");
            awaitAddresses(lab, "gateway");
            assertThat(ping(lab, "vm1", "fd77::1", "fd77::fe")).isZero();

            Lab.run("ip", "-n", lab.namespace("vm2"), "addr", "add", "10.77.0.66/24", "dev", "eth0");
            assertThat(ping(lab, "vm2", "10.77.0.66", "10.77.0.254")).isNotZero();
            Lab.run("ip", "-n", lab.namespace("vm2"), "neigh", "flush", "dev", "eth0");
            assertThat(ping(lab, "vm2", "10.77.0.2", "10.77.0.254")).isZero();

            assertThat(isolane.terminate().awaitExit()).isZero();
            assertThat(isolane.output())
                    .containsPattern("vm2 dropped \\d+ as forged-arp")
                    .contains("vm1 has 10.77.0.1 bound to 02:00:00:00:00:01")
                    .contains("vm1 has fd77::1 bound to 02:00:00:00:00:01")
                    .containsPattern("vm3 has fe80::[0-9a-f:]+ bound to [0-9a-f:]+");
        }
    }

    /** Duplicate address detection takes a second or two (RFC 4862, section 5.4). */
    private static void awaitAddresses(Lab lab, String name) {
        while (Lab.run("ip", "-n", lab.namespace(name), "-6", "addr", "show", "dev", "eth0", "tentative")
                .contains("inet6")) {
            Thread.onSpinWait();
        }
    }

    private static int ping(Lab lab, String from, String source, String to) {
        return lab.exitOf(from, "ping", "-c", "2", "-i", "0.2", "-w", "3", "-I", source, to);
    }
}
