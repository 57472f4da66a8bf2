package io.isolane.tools.bench.peers.peer;

import io.isolane.tools.bench.peers.work.Work;
import io.isolane.tools.bench.peers.work.Work.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Open vSwitch with its datapath in user space and DPDK's ports: a learning switch whose one polling thread is kept on the core. It has
 * daemons and a database of its own, in a network namespace of its own; a system-wide one is not touched. Immutable.
 */
public final class OpenVSwitch implements Peer {
    /** Where Debian puts the one that has DPDK, beside the one that has not. */
    private static final Path DEBIAN = Path.of("/usr/lib/openvswitch-switch-dpdk/ovs-vswitchd-dpdk");

    private static final String DAEMON = "ovs-vswitchd";
    private static final String MEND = "apt install openvswitch-switch-dpdk";
    private static final List<String> PROGRAMS =
            List.of("ovsdb-tool", "ovsdb-server", "ovs-vsctl", "ovs-appctl", "ovs-ofctl", "taskset", "unshare");

    /** Every program of it looks there for files and sockets. */
    private static final Map<String, String> VARIABLES = Stream.of(
                    "OVS_RUNDIR", "OVS_LOGDIR", "OVS_DBDIR", "OVS_SYSCONFDIR", "RUNTIME_DIRECTORY")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), name -> "$DIR"));

    private final Installed installed;

    public OpenVSwitch(Installed installed) {
        this.installed = installed;
    }

    @Override
    public String id() {
        return "ovs-dpdk";
    }

    @Override
    public String label() {
        return "Open vSwitch, DPDK";
    }

    @Override
    public Optional<String> missing() {
        if (daemon().isEmpty()) {
            return Optional.of("Open vSwitch with DPDK is not installed: " + MEND);
        }
        return installed
                .missing(PROGRAMS, MEND)
                .or(() -> installed.isRoot()
                        ? Optional.empty()
                        : Optional.of("Open vSwitch needs root for its own interface: use sudo"));
    }

    @Override
    public String version() throws IOException, InterruptedException {
        String said = Session.askOnce(List.of(daemon().orElse(DEBIAN).toString(), "--version"));
        List<String> lines = said.lines().toList();
        Optional<String> dpdk =
                lines.stream().filter(line -> line.startsWith("DPDK ")).findFirst();
        return "Open vSwitch " + lines.getFirst().replaceFirst(".*\\) ", "")
                + dpdk.map(line -> ", " + line).orElse(", built without DPDK");
    }

    @Override
    public boolean can(Work work) {
        return work.kind() != Kind.VETH;
    }

    @Override
    public Running start(Work work, Place place) throws IOException, InterruptedException {
        Session session = place.session("ovs", VARIABLES);
        try {
            return new OpenVSwitchRun(session, new Tools(installed, daemon().orElse(DEBIAN)), place, work);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    private Optional<Path> daemon() {
        return Files.isExecutable(DEBIAN) ? Optional.of(DEBIAN) : installed.find(DAEMON);
    }

    /**
     * Where its programs are.
     *
     * @param daemon the one that forwards
     */
    record Tools(Installed installed, Path daemon) {
        String path(String program) {
            return installed.path(program);
        }
    }
}
