package io.isolane.tools.bench.peers.peer;

import io.isolane.tools.bench.peers.work.Captures;
import io.isolane.tools.bench.peers.work.Work;
import io.isolane.tools.bench.peers.work.Work.Kind;
import io.isolane.tools.program.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DPDK's testpmd, which swaps the addresses of each frame and forwards it to the other port without looking anything up: no switch, but
 * the floor under every switch that takes its frames from DPDK. Immutable.
 */
public final class Testpmd implements Peer {
    private static final String PROGRAM = "dpdk-testpmd";
    private static final String MEND = "apt install dpdk-dev";
    private static final String NAME = "testpmd";
    private static final Pattern VERSION = Pattern.compile("RTE Version: '([^']+)'");
    private static final String STARTED = "forwards packets on";

    /** A driver that has read a capture keeps it in buffers, for each port; and as many are on their way. */
    private static final int SPARE_BUFFERS = 16_384;

    private static final int BUFFER_BYTES = 2_560;
    private static final int SPARE_MEGABYTES = 256;

    private final Installed installed;

    public Testpmd(Installed installed) {
        this.installed = installed;
    }

    @Override
    public String id() {
        return NAME;
    }

    @Override
    public String label() {
        return "testpmd macswap (no switch)";
    }

    @Override
    public Optional<String> missing() {
        return installed
                .missing(List.of(PROGRAM), MEND)
                .or(() -> installed.missing(List.of("stdbuf"), "apt install coreutils"));
    }

    /** DPDK says its version when it starts, as {@code EAL: RTE Version: 'DPDK 22.11.11'}. */
    @Override
    public String version() throws IOException, InterruptedException {
        List<String> help = List.of(installed.path(PROGRAM), "-v", "--no-huge", "--no-pci", "--help");
        Matcher version = VERSION.matcher(Session.askOnce(help));
        if (!version.find()) {
            throw new IOException(PROGRAM + " -v names no version");
        }
        return version.group(1);
    }

    @Override
    public boolean can(Work work) {
        return work.kind() == Kind.UNICAST;
    }

    @Override
    public Running start(Work work, Place place) throws IOException, InterruptedException {
        Session session = place.session(NAME, Map.of("RUNTIME_DIRECTORY", "$DIR"));
        try {
            Program program = session.start(words(work, place));
            session.await(program, NAME, "forwards", () -> program.output().contains(STARTED));
            return new Typed(session, program);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    private List<String> words(Work work, Place place) throws IOException {
        int buffers = work.ports() * Captures.frames(work) + SPARE_BUFFERS;
        long megabytes = (long) buffers * BUFFER_BYTES / (1 << 20) + SPARE_MEGABYTES;
        Cores cores = place.cores();
        List<String> words = new ArrayList<>(List.of("stdbuf", "-oL", installed.path(PROGRAM)));
        words.addAll(List.of(
                "--lcores",
                "0@(" + Cores.joined(cores.control()) + "),1@(" + cores.measured() + ")",
                "--main-lcore",
                "0",
                "--no-huge",
                "-m",
                Long.toString(megabytes),
                "--no-pci",
                "--file-prefix",
                "isolane"));
        for (int port = 0; port < work.ports(); port++) {
            words.add("--vdev");
            words.add("net_pcap" + port + ",rx_pcap=" + place.captures().of(work, port) + ",infinite_rx=1");
        }
        words.addAll(List.of("--", "-i", "--nb-cores=1", "--forward-mode=macswap", "--auto-start"));
        words.add("--total-num-mbufs=" + buffers);
        return words;
    }

    /** It is asked at its prompt. */
    private record Typed(Session session, Program program) implements Running {
        private static final String QUESTION = "show port stats all";
        /** What a port has sent; nothing is lost between the two ports. */
        private static final Pattern SENT = Pattern.compile("TX-packets: (\\d{1,18}) +TX-errors:");

        private static final int PORTS = 2;

        @Override
        public Sample sample() throws IOException, InterruptedException {
            int answers = sent().size();
            Session.requireRunning(program, NAME);
            long now = System.nanoTime();
            program.type(QUESTION);
            session.await(program, NAME, "answers", () -> sent().size() >= answers + PORTS);
            List<Long> ports = sent().subList(answers, answers + PORTS);
            return new Sample(ports.stream().mapToLong(Long::longValue).sum(), now);
        }

        @Override
        public Duration processorTime() {
            return program.processorTime();
        }

        @Override
        public List<String> commands() {
            return session.commands();
        }

        @Override
        public void close() {
            session.close();
        }

        private List<Long> sent() {
            return Testpmd.sent(program.output());
        }
    }

    /** Frames that a port has sent, for each port of each answer, in their order. */
    static List<Long> sent(String printed) {
        Matcher ports = Typed.SENT.matcher(printed);
        return ports.results().map(port -> Long.valueOf(port.group(1))).toList();
    }
}
