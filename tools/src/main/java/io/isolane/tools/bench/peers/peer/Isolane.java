package io.isolane.tools.bench.peers.peer;

import io.isolane.tools.bench.peers.work.Work;
import io.isolane.tools.bench.peers.work.Work.Kind;
import io.isolane.tools.version.Version;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our own switch, in a JVM of its own that is kept on the core, with this JVM's options. Immutable. */
public final class Isolane implements Peer {
    private static final String NAME = "isolane";

    private final Installed installed;
    private final boolean isCopied;

    /**
     * Ours.
     *
     * @param isCopied whether each frame is copied once on its way in, as the others do
     */
    public Isolane(Installed installed, boolean isCopied) {
        this.installed = installed;
        this.isCopied = isCopied;
    }

    @Override
    public String id() {
        return isCopied ? "isolane-copy" : NAME;
    }

    @Override
    public String label() {
        return isCopied ? "Isolane, one copy a frame" : "Isolane, no copy";
    }

    @Override
    public Optional<String> missing() {
        return installed.missing(List.of("taskset", "setsid"), "apt install util-linux");
    }

    @Override
    public String version() {
        return "Isolane " + Version.build() + ", commit " + Version.commit();
    }

    @Override
    public boolean can(Work work) {
        return work.kind() != Kind.VETH;
    }

    @Override
    public Running start(Work work, Place place) throws IOException, InterruptedException {
        Session session = place.session(id(), Map.of());
        try {
            List<String> java = java(Forwarder.class, List.of(work.name(), Boolean.toString(isCopied)));
            return new Counting(
                    session, session.start(Session.on(List.of(place.cores().measured()), java)), NAME);
        } catch (IOException | RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    /** This JVM's program, options and classes with another main class. */
    public static List<String> java(Class<?> main, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
                .forEach(words::add);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(arguments);
        return words;
    }
}
