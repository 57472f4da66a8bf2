package io.isolane.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of guests whose stations are told apart, with guests that have more of them than they may: macvlan devices of the kernel. */
@Timeout(60)
final class PortSecurityInNamespacesTest {
    @TempDir
    Path folder;

    @Test
    void shouldRefuseOtherStationsAndPutDownThePortThatSaysSo() throws IOException {
        try (Lab lab = Lab.create(folder, "ping");
                Program isolane =
                        Program.isolane("run", "--config", quickToRecover(lab).toString())) {
            isolane.await("ready: 3 ports");
            assertThat(ping(lab, "vm1", "10.77.0.3")).isZero();
            assertThat(ping(lab, "vm2", "10.77.0.3")).isZero();

            addStation(lab, "vm1", "02:66:00:00:00:01", "10.77.0.101");
            lab.exitOf("vm1", "ping", "-c", "1", "-w", "1", "-I", "extra1", "10.77.0.3");
            isolane.await("station 02:66:00:00:00:01 may not speak on vm1");
            assertThat(ping(lab, "vm1", "10.77.0.3")).isZero();

            addStation(lab, "vm2", "02:66:00:00:00:02", "10.77.0.102");
            addStation(lab, "vm2", "02:66:00:00:00:03", "10.77.0.103");
            lab.exitOf("vm2", "ping", "-c", "1", "-w", "1", "-I", "extra2", "10.77.0.3");
            lab.exitOf("vm2", "ping", "-c", "1", "-w", "1", "-I", "extra3", "10.77.0.3");
            isolane.await("port vm2: shut down: port security");
            Lab.run("ip", "-n", lab.namespace("vm2"), "link", "delete", "extra2");
            Lab.run("ip", "-n", lab.namespace("vm2"), "link", "delete", "extra3");
            isolane.await("port vm2: up");
            assertThat(ping(lab, "vm1", "10.77.0.3")).isZero();

            assertThat(isolane.terminate().awaitExit()).isZero();
            assertThat(isolane.output())
                    .containsPattern("vm1 dropped \\d+ as port-security")
                    .containsPattern("vm2 dropped \\d+ as port-security")
                    .containsPattern("\\d+ refusals of stations, the last \\d+ s ago: station 02:66:00:00:00:0\\d");
        }
    }

    private static Path quickToRecover(Lab lab) throws IOException {
        Path config = lab.example("port-security.yaml");
        return lab.config(Files.readString(config).replace("recovery: 30s", "recovery: 1s"));
    }

    /** Another device on the guest's own, with its own addresses, named after the last digit of its address. */
    private static void addStation(Lab lab, String guest, String mac, String address) {
        String name = "extra" + mac.charAt(mac.length() - 1);
        String namespace = lab.namespace(guest);
        Lab.run("ip", "-n", namespace, "link", "add", "link", "eth0", "name", name, "address", mac, "type", "macvlan");
        Lab.run("ip", "-n", namespace, "addr", "add", address + "/24", "dev", name);
        Lab.run("ip", "-n", namespace, "link", "set", name, "up");
    }

    private static int ping(Lab lab, String from, String to) {
        return lab.exitOf(from, "ping", "-c", "2", "-i", "0.2", "-w", "5", "-I", "eth0", to);
    }
}
