package io.isolane.tools.audit.live;

import io.isolane.tools.audit.evidence.Evidence;
import io.isolane.tools.audit.evidence.Station;
import io.isolane.tools.audit.scene.Experiment;
import io.isolane.tools.audit.scene.Scene;
import io.isolane.tools.program.Prerequisites;
import io.isolane.tools.program.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Real programs in network namespaces, made for each scene and removed after it. Needs Linux and root. */
public final class LiveExperiment implements Experiment {
    private static final List<String> PROGRAMS =
            List.of("ip", "ping", "tcpdump", "dnsmasq", "dig", "curl", "iperf3", "python3");

    private final Optional<Path> keepIn;
    private final PrintWriter errors;
    private @Nullable Programs current;
    private boolean isCancelled;

    /**
     * Nothing is made yet.
     *
     * @param keepIn where to leave what the programs printed and captured; empty to remove it
     * @param errors is told of what cannot be removed
     */
    public LiveExperiment(Optional<Path> keepIn, PrintWriter errors) {
        this.keepIn = keepIn;
        this.errors = errors;
    }

    /** What the experiment needs that this machine has not, and how to mend it; empty if nothing is missing. */
    public static Optional<String> missing() {
        return Prerequisites.missing(PROGRAMS);
    }

    @Override
    public void observe(Scene scene, Evidence evidence, Consumer<String> progress) throws IOException {
        Path directory = directory(scene);
        try {
            observe(scene, evidence, progress, directory);
        } finally {
            if (keepIn.isEmpty()) {
                delete(directory);
            }
        }
    }

    @Override
    public synchronized boolean isCancelled() {
        return isCancelled;
    }

    /** Ends the programs, so that {@link #observe} soon fails, having removed what it made. */
    @Override
    public void cancel() {
        Programs running;
        synchronized (this) {
            isCancelled = true;
            running = current;
        }
        if (running != null) {
            running.close();
        }
    }

    private void observe(Scene scene, Evidence evidence, Consumer<String> progress, Path directory) throws IOException {
        progress.accept("namespaces");
        try (Laboratory laboratory = Laboratory.build(scene, errors);
                Programs programs = programs(directory)) {
            progress.accept("servers");
            Servers.start(programs);
            Talk talk = new Talk(scene, programs);
            talk.introduce();
            laboratory.acquaint(Station.VM2, Station.VM3);
            Captures captures = Captures.start(scene, programs);
            long since = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
            progress.accept("DNS, HTTP and TCP");
            talk.talk();
            progress.accept("captures");
            Filing.file(captures.end(), since, evidence);
        }
    }

    private synchronized Programs programs(Path directory) throws IOException {
        if (isCancelled) {
            throw new IOException("stopped");
        }
        Programs programs = new Programs(directory);
        current = programs;
        return programs;
    }

    private Path directory(Scene scene) throws IOException {
        return keepIn.isPresent()
                ? Files.createDirectories(
                        keepIn.get().resolve("programs").resolve(scene.mode().label()))
                : Files.createTempDirectory("isolane-audit");
    }

    private static void delete(Path directory) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(directory)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : paths) {
            Files.deleteIfExists(each);
        }
    }
}
