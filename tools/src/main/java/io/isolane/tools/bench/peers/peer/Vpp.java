package io.isolane.tools.bench.peers.peer;

import io.isolane.tools.bench.peers.work.Work;
import io.isolane.tools.bench.peers.work.Work.Kind;
import io.isolane.tools.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * VPP's bridge domain, between streams of its own packet generator, on one worker. Untried: no VPP was to be had where this was written; the
 * commands follow its documentation and sources (26.06), and what it answers its own tests. Immutable.
 */
public final class Vpp implements Peer {
    private static final String PROGRAM = "vpp";
    private static final String CONTROL = "vppctl";
    private static final String MEND =
            "see packagecloud.io/fdio, or build it from github.com/FDio/vpp (Debian has no package)";
    private static final String NAME = "VPP";
    private static final int DOMAIN = 1;

    /** A stream without a limit of its own would end with the capture. */
    private static final String ENDLESS = "1e15";

    /** Name, whether it is enabled, and how many frames it made. */
    private static final Pattern STREAM = Pattern.compile("(?m)^\\s*\\S+ +(?:Yes|No) +(\\d{1,18})\\b");

    private final Installed installed;

    public Vpp(Installed installed) {
        this.installed = installed;
    }

    @Override
    public String id() {
        return PROGRAM;
    }

    @Override
    public String label() {
        return NAME;
    }

    @Override
    public Optional<String> missing() {
        return installed
                .missing(List.of(PROGRAM, CONTROL), MEND)
                .or(() -> installed.isRoot() ? Optional.empty() : Optional.of("VPP needs root: use sudo"));
    }

    @Override
    public String version() throws IOException, InterruptedException {
        return Session.askOnce(List.of(installed.path(PROGRAM), "--version")).strip();
    }

    @Override
    public boolean can(Work work) {
        return work.kind() != Kind.VETH;
    }

    @Override
    public Running start(Work work, Place place) throws IOException, InterruptedException {
        Session session = place.session(PROGRAM, Map.of());
        Path room = session.room();
        try {
            Path startup = Files.write(room.resolve("startup.conf"), startup(room, place.cores()));
            Program program = session.start(List.of(installed.path(PROGRAM), "-c", startup.toString()));
            session.await(program, NAME, "listens", () -> Files.exists(socket(room)));
            Path setup = Files.write(room.resolve("setup.vpp"), setup(work, place));
            Optional<String> complaint = complaint(session.run(control(room, List.of("exec", setup.toString()))));
            if (complaint.isPresent()) {
                throw new IOException(NAME + ": " + complaint.get());
            }
            return new Streaming(session, program, control(room, List.of("show", "packet-generator")));
        } catch (IOException | InterruptedException | RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    /** All of its sockets and its shared memory are its own, and plugins are not needed. */
    static List<String> startup(Path room, Cores cores) {
        String threads = cores.others().isEmpty()
                ? "main-core " + cores.measured()
                : "main-core " + cores.others().getFirst() + " corelist-workers " + cores.measured();
        return List.of(
                "unix { nodaemon nosyslog runtime-dir " + room + " cli-listen " + socket(room) + " }",
                "api-segment { prefix " + room.getFileName() + " }",
                "socksvr { socket-name " + room.resolve("api.sock") + " }",
                "statseg { socket-name " + room.resolve("stats.sock") + " }",
                "cpu { " + threads + " }",
                "plugins { plugin default { disable } }");
    }

    /** Typed to its command line, the streams last. */
    static List<String> setup(Work work, Place place) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("create bridge-domain " + DOMAIN + " learn 1 forward 1 uu-flood 1 flood 1 arp-term 0 mac-age 0");
        for (int port = 0; port < work.ports(); port++) {
            lines.addAll(port(work, port));
        }
        for (int port = 0; port < work.ports(); port++) {
            if (work.isSender(port)) {
                lines.add("packet-generator new { name s" + port + " interface pg" + port + " limit " + ENDLESS
                        + " pcap " + place.captures().of(work, port) + " }");
            }
        }
        lines.add("packet-generator enable");
        return lines;
    }

    private static List<String> port(Work work, int port) {
        String name = "pg" + port;
        String member = work.isTrunk(port) ? name + "." + Work.VLAN : name;
        List<String> lines = new ArrayList<>();
        lines.add("create packet-generator interface " + name);
        lines.add("set interface state " + name + " up");
        if (work.isTrunk(port)) {
            lines.add("create sub-interfaces " + name + " " + Work.VLAN);
            lines.add("set interface state " + member + " up");
        }
        lines.add("set interface l2 bridge " + member + " " + DOMAIN);
        if (work.isTrunk(port)) {
            lines.add("set interface l2 tag-rewrite " + member + " pop 1");
        }
        return lines;
    }

    /** Frames that all streams have sent, according to {@code show packet-generator}; empty if it names none. */
    static Optional<Long> sent(String answer) {
        List<MatchResult> streams = STREAM.matcher(answer).results().toList();
        return streams.isEmpty()
                ? Optional.empty()
                : Optional.of(streams.stream()
                        .mapToLong(stream -> Long.parseLong(stream.group(1)))
                        .sum());
    }

    /** What it says beside the names of the interfaces that it made. */
    static Optional<String> complaint(String answer) {
        return answer.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("pg\\d+(\\.\\d+)?"))
                .findFirst();
    }

    private List<String> control(Path room, List<String> words) {
        List<String> command = new ArrayList<>(
                List.of(installed.path(CONTROL), "-s", socket(room).toString()));
        command.addAll(words);
        return command;
    }

    private static Path socket(Path room) {
        return room.resolve("cli.sock");
    }

    /** It is asked by a program of its own. */
    private record Streaming(Session session, Program program, List<String> question) implements Running {
        private Streaming {
            question = List.copyOf(question);
        }

        @Override
        public Sample sample() throws IOException, InterruptedException {
            return session.sample(program, NAME, question, Vpp::sent);
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
    }
}
