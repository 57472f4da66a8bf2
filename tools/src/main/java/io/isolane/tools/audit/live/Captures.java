package io.isolane.tools.audit.live;

import io.isolane.tools.audit.evidence.Station;
import io.isolane.tools.audit.scene.Scene;
import io.isolane.tools.audit.scene.Segment;
import io.isolane.tools.program.Program;
import io.isolane.tools.program.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** tcpdump at every station: promiscuous where it listens, and elsewhere what the station itself sends. Confined to its thread. */
final class Captures {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofMillis(200);
    /** A frame of the Ethernet is kept whole; a super-frame of an offloading station is cut. */
    private static final String KEPT_BYTES = "1600";

    private static final String BUFFER_KIBIBYTES = "16384";

    private final Programs programs;
    private final List<Running> running = new ArrayList<>();

    private Captures(Programs programs) {
        this.programs = programs;
    }

    /** One capture file and whose it is. */
    record CaptureFile(Station view, Path file) {}

    private record Running(CaptureFile target, Program tcpdump) {}

    /**
     * Begins to capture; every station hears when this returns. Listeners begin last and end first, so that nothing they hear is missing at
     * its sender.
     *
     * @throws IOException if one cannot
     */
    static Captures start(Scene scene, Programs programs) throws IOException {
        Captures captures = new Captures(programs);
        for (Station sender : scene.senders()) {
            if (sender != Station.LAN) {
                captures.begin(sender, Laboratory.INTERFACE, "--no-promiscuous-mode", "--direction=out");
            }
        }
        for (Segment segment : scene.segments()) {
            String device = Laboratory.lanInterface(segment);
            captures.begin(Station.LAN, device, "--no-promiscuous-mode", "--direction=out");
        }
        captures.awaitListening();
        for (Station listener : scene.listeners().keySet()) {
            captures.begin(listener, Laboratory.INTERFACE);
        }
        captures.awaitListening();
        return captures;
    }

    /**
     * Waits until nothing more comes, and ends the captures.
     *
     * @throws IOException if frames still come, or a capture failed
     */
    List<CaptureFile> end() throws IOException {
        awaitQuiet();
        running.reversed().forEach(each -> each.tcpdump().terminate());
        for (Running each : running) {
            each.tcpdump().succeed(PATIENCE);
        }
        return running.stream().map(Running::target).toList();
    }

    private void awaitListening() throws IOException {
        for (Running each : running) {
            each.tcpdump().await(() -> each.tcpdump().output().contains("listening on"), PATIENCE);
        }
    }

    private void begin(Station view, String device, String... options) throws IOException {
        Path file = programs.file(view.port() + "-" + device + ".pcap");
        String[] words = Stream.concat(
                        Stream.of(
                                "tcpdump",
                                "--relinquish-privileges=root",
                                "--immediate-mode",
                                "--packet-buffered",
                                "--time-stamp-precision=nano",
                                "--snapshot-length=" + KEPT_BYTES,
                                "--buffer-size=" + BUFFER_KIBIBYTES,
                                "--interface=" + device,
                                "-w",
                                file.toString()),
                        Stream.of(options))
                .toArray(String[]::new);
        running.add(new Running(new CaptureFile(view, file), programs.start(Laboratory.namespace(view), words)));
    }

    /** A frame is on its way for microseconds, and in tcpdump's buffer for milliseconds. */
    private void awaitQuiet() throws IOException {
        Growth growth = new Growth();
        running.getFirst().tcpdump().await(growth::hasStopped, PATIENCE);
    }

    /** Whether the files have kept their size for a while. */
    private final class Growth {
        private long size = -1;
        private long since;

        boolean hasStopped() {
            long now = running.stream()
                    .mapToLong(each -> sizeOf(each.target().file()))
                    .sum();
            if (now != size) {
                size = now;
                since = System.nanoTime();
            }
            return System.nanoTime() - since >= QUIET.toNanos();
        }

        private static long sizeOf(Path file) {
            try {
                return Files.size(file);
            } catch (IOException notYetThere) {
                return 0;
            }
        }
    }
}
