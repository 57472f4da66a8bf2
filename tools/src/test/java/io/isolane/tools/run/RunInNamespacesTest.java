package io.isolane.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README, and what may go wrong with it. */
final class RunInNamespacesTest {
    @TempDir
    Path folder;

    @Test
    void shouldCarryPingTcpAndDnsBetweenThreeGuestsUntilTerminated() throws IOException {
        try (Lab lab = Lab.create(folder, "ping", "iperf3", "dnsmasq", "dig");
                Program isolane = start(lab.example("three-guests.yaml"))) {
            assertThat(isolane.await("ready")).matches("ready: 3 ports, 1 network, mode learning, \\d+\\.\\d\\d s");
            assertThat(folder.resolve("pid")).content().isEqualTo(isolane.pid() + "\n");

            assertThat(lab.exitOf("vm1", "ping", "-c", "2", "-i", "0.2", "-w", "10", "10.77.0.2"))
                    .isZero();
            assertThat(lab.exitOf("vm2", "ping", "-c", "2", "-i", "0.2", "-w", "10", "10.77.0.3"))
                    .isZero();
            carriesTcp(lab);
            carriesDns(lab);

            assertThat(isolane.terminate().awaitExit()).isZero();
            assertThat(isolane.output())
                    .containsPattern("port +rx frames +rx bytes +tx frames +tx bytes +dropped")
                    .containsPattern("vm1 +[\\d,]{5,} +[\\d,]{9,} +[\\d,]{4,} +[\\d,]{6,} +\\d+")
                    .containsPattern("vm3 +[1-9]");
            assertThat(folder.resolve("pid")).doesNotExist();
            assertThat(lab.exists("vm1") || lab.exists("vm2") || lab.exists("vm3"))
                    .isFalse();
        }
    }

    @Test
    void shouldGoOnWhereADeviceVanishes() throws IOException {
        try (Lab lab = Lab.create(folder, "ping");
                Program isolane = start(lab.example("three-guests.yaml"))) {
            isolane.await("ready");
            Lab.run("ip", "-n", lab.namespace("vm3"), "link", "delete", "eth0");

            assertThat(isolane.await("port vm3 failed")).endsWith("was deleted; the other ports go on");
            assertThat(lab.exitOf("vm1", "ping", "-c", "1", "-w", "10", "10.77.0.2"))
                    .isZero();
            assertThat(isolane.terminate().awaitExit()).isZero();
            assertThat(lab.exists("vm1") || lab.exists("vm2") || lab.exists("vm3"))
                    .isFalse();
        }
    }

    @Test
    void shouldStartAgainAfterItWasKilledAndLeaveAloneWhatItFinds() throws IOException {
        try (Lab lab = Lab.create(folder, "ping")) {
            Path config = lab.example("three-guests.yaml");
            try (Program killed = start(config)) {
                killed.await("ready");
                killed.kill().awaitExit();
            }
            assertThat(folder.resolve("pid")).exists();
            assertThat(lab.exists("vm1")).isTrue();

            try (Program isolane = start(config)) {
                isolane.await("ready");
                assertThat(lab.exitOf("vm1", "ping", "-c", "1", "-w", "10", "10.77.0.2"))
                        .isZero();
                assertThat(isolane.terminate().awaitExit()).isZero();
            }
            assertThat(lab.exists("vm1") && lab.exists("vm2") && lab.exists("vm3"))
                    .isTrue();
            assertThat(folder.resolve("pid")).doesNotExist();
        }
    }

    @Test
    void shouldRefuseASecondSwitchWithTheSamePidFile() throws IOException {
        try (Lab lab = Lab.create(folder);
                Program first = start(lab.example("three-guests.yaml"))) {
            first.await("ready");
            try (Program second = start(folder.resolve("lab.yaml"))) {
                assertThat(second.awaitExit()).isEqualTo(1);
                assertThat(second.output())
                        .contains("is that of process " + first.pid() + ", which runs: stop it first");
            }
            assertThat(folder.resolve("pid")).exists();
            assertThat(lab.exists("vm1")).isTrue();
        }
    }

    @Test
    void shouldRemoveWhatItMadeWhereAPortCannotStart() throws IOException {
        try (Lab lab = Lab.create(folder);
                Program isolane = start(lab.config("""
                        networks: [{name: lan, mode: learning}]
                        ports:
                          - {name: vm1, role: guest, network: lan, kind: tap, device: eth0, netns: %s}
                          - {name: nic, role: uplink, networks: [lan], kind: packet, interface: absent0}
                        """.formatted(lab.namespace("vm1"))))) {
            assertThat(isolane.awaitExit()).isEqualTo(1);
            assertThat(isolane.output())
                    .contains("isolane: port nic: ")
                    .contains("absent0")
                    .contains("'ip link' lists the interfaces there are")
                    .doesNotContain("ready");
            assertThat(lab.exists("vm1")).isFalse();
            assertThat(folder.resolve("pid")).doesNotExist();
        }
    }

    @Test
    void shouldCountTheStormOfAGuestAndCarryItsUnicastAllTheSame() throws IOException {
        try (Lab lab = Lab.create(folder, "ping")) {
            String yaml = Files.readString(lab.example("guarded.yaml"))
                    .replace("broadcast: 100pps", "broadcast: {rate: 1pps, burst: 8}");
            try (Program isolane = start(lab.config(yaml))) {
                isolane.await("ready");
                assertThat(lab.exitOf("vm1", "ping", "-c", "1", "-w", "10", "10.77.0.2"))
                        .isZero();
                lab.exitOf("vm1", "ping", "-b", "-q", "-c", "100", "-i", "0.002", "-w", "2", "10.77.0.255");
                assertThat(lab.exitOf("vm1", "ping", "-c", "2", "-i", "0.2", "-w", "10", "10.77.0.2"))
                        .isZero();

                assertThat(isolane.terminate().awaitExit()).isZero();
                assertThat(isolane.output())
                        .containsPattern("vm1 dropped \\d+ as broadcast-storm: a broadcast beyond what");
            }
        }
    }

    @Test
    void shouldKeepProtectedGuestsApartOnExistingInterfaces() throws IOException {
        try (Lab lab = Lab.create(folder, "ping")) {
            lab.add("switch");
            veth(lab, "vm1", "10.77.0.1/24");
            veth(lab, "vm2", "10.77.0.2/24");
            veth(lab, "vmlan", "10.77.0.254/24");
            String yaml = Files.readString(Path.of("examples", "existing-interfaces.yaml"))
                    .replace("kind: packet", "kind: packet\n    netns: " + lab.namespace("switch"));
            try (Program isolane = start(lab.config(yaml))) {
                isolane.await("ready");
                assertThat(lab.exitOf("vm1", "ping", "-c", "1", "-w", "10", "10.77.0.254"))
                        .isZero();
                assertThat(lab.exitOf("vm2", "ping", "-c", "1", "-w", "10", "10.77.0.254"))
                        .isZero();
                assertThat(lab.exitOf("vm1", "ping", "-c", "2", "-i", "0.2", "-w", "1", "10.77.0.2"))
                        .isNotZero();
                assertThat(isolane.terminate().awaitExit()).isZero();
            }
            assertThat(Lab.run("ip", "-n", lab.namespace("switch"), "link")).contains("veth-vm1", "veth-vmlan");
        }
    }

    private Program start(Path config) {
        return Program.isolane(
                "run",
                "--config",
                config.toString(),
                "--pid-file",
                folder.resolve("pid").toString());
    }

    private static void carriesTcp(Lab lab) {
        try (Program server = lab.in("vm2", "iperf3", "--server", "--one-off", "--forceflush")) {
            server.await("Server listening");
            assertThat(lab.exitOf("vm1", "iperf3", "--client", "10.77.0.2", "--time", "2"))
                    .isZero();
        }
    }

    private static void carriesDns(Lab lab) {
        try (Program server = lab.in(
                        "vm3",
                        "dnsmasq",
                        "--keep-in-foreground",
                        "--log-facility=-",
                        "--conf-file=/dev/null",
                        "--no-resolv",
                        "--no-hosts",
                        "--pid-file",
                        "--user=root",
                        "--address=/vm.test/10.9.8.7");
                Program query = awaited(server, lab)) {
            assertThat(query.awaitExit()).isZero();
            assertThat(query.output()).isEqualTo("10.9.8.7");
        }
    }

    private static Program awaited(Program server, Lab lab) {
        server.await("started");
        return lab.in("vm1", "dig", "@10.77.0.3", "+short", "vm.test");
    }

    private static void veth(Lab lab, String name, String address) {
        lab.add(name);
        String inside = lab.namespace(name);
        String outside = lab.namespace("switch");
        Lab.run(
                "ip",
                "-n",
                outside,
                "link",
                "add",
                "veth-" + name,
                "type",
                "veth",
                "peer",
                "name",
                "eth0",
                "netns",
                inside);
        Lab.run("ip", "-n", outside, "link", "set", "veth-" + name, "up");
        Lab.run("ip", "-n", inside, "link", "set", "eth0", "up");
        Lab.run("ip", "-n", inside, "address", "add", address, "dev", "eth0");
    }
}
