package io.isolane.tools.bench.peers.peer;

import io.isolane.tools.bench.peers.peer.OpenVSwitch.Tools;
import io.isolane.tools.bench.peers.work.Work;
import io.isolane.tools.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One run of Open vSwitch. Each port reads a capture from memory, over and over; what leaves by it is freed. Confined to its thread. */
final class OpenVSwitchRun implements Running {
    private static final String BRIDGE = "br0";
    private static final String SCHEMA = "vswitch.ovsschema";
    private static final String NAME = "ovs-vswitchd";
    private static final Duration GOODBYE = Duration.ofSeconds(5);
    private static final int MEGABYTES = 2048;
    private static final int LEAST_TABLE = 8192;

    /** The polling threads' part of the answer, without that of the thread that answers. */
    private static final Pattern POLLING =
            Pattern.compile("(?m)^pmd thread [^\\n]*:\\n(?:  [^\\n]*\\n)*?  packets received: (\\d{1,18})$");

    private final Session session;
    private final Tools tools;
    private final Path room;
    private final Place place;
    private final Work work;
    private final Program daemon;

    /**
     * Starts it.
     *
     * @throws IOException with what it complained of; the session is the caller's to close then
     * @throws InterruptedException if the thread was interrupted
     */
    OpenVSwitchRun(Session session, Tools tools, Place place, Work work) throws IOException, InterruptedException {
        this.session = session;
        this.tools = tools;
        this.room = session.room();
        this.place = place;
        this.work = work;
        startDatabase();
        this.daemon = startDaemon();
        makeBridge();
    }

    @Override
    public Sample sample() throws IOException, InterruptedException {
        return session.sample(daemon, NAME, control("dpif-netdev/pmd-stats-show"), OpenVSwitchRun::received);
    }

    /** Frames that the polling threads have received, according to {@code dpif-netdev/pmd-stats-show}; empty if there is no such thread. */
    static Optional<Long> received(String answer) {
        List<MatchResult> threads = POLLING.matcher(answer).results().toList();
        return threads.isEmpty()
                ? Optional.empty()
                : Optional.of(threads.stream()
                        .mapToLong(thread -> Long.parseLong(thread.group(1)))
                        .sum());
    }

    @Override
    public Duration processorTime() {
        return daemon.processorTime();
    }

    @Override
    public List<String> commands() {
        return session.commands();
    }

    /** The daemon goes before its database, and is asked to first: then it gives its ports back. */
    @Override
    public void close() {
        try {
            session.ask(control("exit"));
            daemon.end(GOODBYE);
        } catch (IOException deaf) {
            daemon.kill();
        } catch (InterruptedException stopped) {
            daemon.kill();
            Thread.currentThread().interrupt();
        }
        session.close();
    }

    private void startDatabase() throws IOException, InterruptedException {
        Path file = room.resolve("conf.db");
        String schemas = Optional.ofNullable(System.getenv("OVS_PKGDATADIR")).orElse("/usr/share/openvswitch");
        session.run(List.of(
                tools.path("ovsdb-tool"),
                "create",
                file.toString(),
                Path.of(schemas, SCHEMA).toString()));
        Program database = session.start(Session.on(
                place.cores().control(),
                List.of(
                        tools.path("ovsdb-server"),
                        file.toString(),
                        "--remote=punix:" + room.resolve("db.sock"),
                        "--unixctl=" + room.resolve("db.ctl"),
                        "-vconsole:warn")));
        session.await(database, "ovsdb-server", "listens", () -> Files.exists(room.resolve("db.sock")));
    }

    private Program startDaemon() throws IOException, InterruptedException {
        Cores cores = place.cores();
        configure("--no-wait", "init");
        configure(
                "--no-wait",
                "set",
                "Open_vSwitch",
                ".",
                "other_config:dpdk-init=true",
                // Without --legacy-mem OVS 3.1 adds --in-memory, which DPDK 22.11 refuses beside --no-huge.
                "other_config:dpdk-extra=--no-huge --legacy-mem --no-pci -m " + MEGABYTES,
                "other_config:dpdk-lcore-mask=" + Cores.mask(cores.control()),
                "other_config:pmd-cpu-mask=" + Cores.mask(List.of(cores.measured())));
        return session.start(Session.on(
                cores.control(),
                List.of(
                        tools.path("unshare"),
                        "--net",
                        tools.daemon().toString(),
                        database(),
                        "--unixctl=" + room.resolve("vswitchd.ctl"),
                        "-vconsole:warn")));
    }

    /** The bridge's own interface floods nothing: each copy to it would be a system call. */
    private void makeBridge() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("add-br", BRIDGE));
        words.addAll(
                List.of("--", "set", "bridge", BRIDGE, "datapath_type=netdev", "other_config:mac-aging-time=3600"));
        words.add("other_config:mac-table-size=" + Math.max(LEAST_TABLE, 4 * work.pairs()));
        for (int port = 0; port < work.ports(); port++) {
            String name = "p" + port;
            String vlan = (work.isTrunk(port) ? "trunks=" : "tag=") + Work.VLAN;
            words.addAll(List.of("--", "add-port", BRIDGE, name, vlan));
            words.addAll(List.of("--", "set", "interface", name, "type=dpdk", "options:n_rxq=1"));
            words.add("options:dpdk-devargs=" + device(port));
        }
        configure(words.toArray(String[]::new));
        String complaints =
                configure("--bare", "--columns=error", "list", "interface").strip();
        if (!complaints.isEmpty()) {
            throw new IOException(
                    "Open vSwitch: " + complaints.lines().findFirst().orElse(""));
        }
        session.run(List.of(
                tools.path("ovs-ofctl"),
                "--timeout=20",
                "mod-port",
                room.resolve(BRIDGE + ".mgmt").toString(),
                BRIDGE,
                "no-flood"));
    }

    private String device(int port) throws IOException {
        return work.isSender(port)
                ? "net_pcap" + port + ",rx_pcap=" + place.captures().of(work, port) + ",infinite_rx=1"
                : "net_null" + port + ",no-rx=1";
    }

    private String configure(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tools.path("ovs-vsctl"), "--timeout=55", "--db=" + database()));
        command.addAll(List.of(words));
        return session.run(command);
    }

    private List<String> control(String what) {
        return List.of(tools.path("ovs-appctl"), "--timeout=20", "--target=" + room.resolve("vswitchd.ctl"), what);
    }

    private String database() {
        return "unix:" + room.resolve("db.sock");
    }
}
