package io.isolane.tools.bench.peers.peer;

import io.isolane.tools.bench.peers.work.Work;
import io.isolane.tools.bench.peers.work.Work.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Snabb's learning bridge, between sources and sinks in its own process. Immutable. */
public final class Snabb implements Peer {
    private static final String PROGRAM = "snabb";
    private static final String SCRIPT = "bridge.lua";
    private static final String MEND =
            "build it from github.com/snabbco/snabb with make, and put src/snabb into the path (no distribution has it)";

    private final Installed installed;

    public Snabb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public String id() {
        return PROGRAM;
    }

    @Override
    public String label() {
        return "Snabb";
    }

    @Override
    public Optional<String> missing() {
        return installed
                .missing(List.of(PROGRAM, "taskset"), MEND)
                .or(() -> installed.isRoot()
                        ? Optional.empty()
                        : Optional.of("Snabb reserves huge pages and needs root for that: use sudo"));
    }

    @Override
    public String version() throws IOException, InterruptedException {
        return Session.askOnce(List.of(installed.path(PROGRAM), "--version"))
                .lines()
                .findFirst()
                .orElse("unknown");
    }

    /** Its bridge knows no VLANs. */
    @Override
    public boolean can(Work work) {
        return work.kind() == Kind.UNICAST || work.kind() == Kind.FLOOD;
    }

    @Override
    public Running start(Work work, Place place) throws IOException, InterruptedException {
        HugePages pages = HugePages.now();
        Session session = place.session(PROGRAM, Map.of());
        try {
            List<String> command =
                    Session.on(List.of(place.cores().measured()), words(work, place, script(session.room())));
            return new Reserving(new Counting(session, session.start(command), PROGRAM), pages);
        } catch (IOException | RuntimeException failure) {
            session.close();
            pages.restore();
            throw failure;
        }
    }

    private List<String> words(Work work, Place place, Path script) throws IOException {
        List<String> words = new ArrayList<>(List.of(installed.path(PROGRAM), "snsh", script.toString()));
        words.add(Integer.toString(2 * work.pairs()));
        for (int port = 0; port < work.ports(); port++) {
            words.add(work.isSender(port) ? place.captures().of(work, port).toString() : "-");
        }
        return words;
    }

    private static Path script(Path room) throws IOException {
        Path script = room.resolve(SCRIPT);
        try (InputStream own = Snabb.class.getResourceAsStream(SCRIPT)) {
            if (own == null) {
                throw new IOException("the resource " + SCRIPT + " is missing in this build");
            }
            Files.copy(own, script);
        }
        return script;
    }

    /** Gives back the huge pages that it reserved, and the file system that it mounted for them. */
    private record Reserving(Counting counting, HugePages pages) implements Running {
        @Override
        public Sample sample() throws IOException, InterruptedException {
            return counting.sample();
        }

        @Override
        public Duration processorTime() {
            return counting.processorTime();
        }

        @Override
        public List<String> commands() {
            return counting.commands();
        }

        @Override
        public void close() {
            counting.close();
            pages.restore();
        }
    }
}
