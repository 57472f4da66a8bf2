package io.isolane.tools.audit.live;

import io.isolane.dataplane.linux.NetworkNamespace;
import io.isolane.tools.audit.evidence.Station;
import io.isolane.tools.program.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the LAN server serves: DNS, HTTP, and two ends of TCP streams, at all of its addresses. Stateless. */
final class Servers {
    static final String NAME = "server.audit.test";
    static final int HTTP = 8080;
    static final int STREAM_OF_VM2 = 5201;
    static final int STREAM_OF_HOST = 5202;
    static final String PAGE = "page.html";

    private static final int DNS = 53;
    private static final int PAGE_BYTES = 200_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** State "listening" in /proc/net/tcp: TCP_LISTEN (net/tcp_states.h). */
    private static final String LISTENING = " 0A ";

    private Servers() {}

    /**
     * Starts them; they listen when this returns.
     *
     * @throws IOException if one does not
     */
    static void start(Programs programs) throws IOException {
        Path pages = Files.createDirectories(programs.file("pages"));
        Files.writeString(pages.resolve(PAGE), "A page for the audit.\n".repeat(PAGE_BYTES / 22));
        listen(
                programs,
                DNS,
                "dnsmasq",
                "--keep-in-foreground",
                "--conf-file=/dev/null",
                "--pid-file",
                "--user=root",
                "--log-facility=-",
                "--no-resolv",
                "--no-hosts",
                "--address=/" + NAME + "/10.77.0.1");
        listen(programs, HTTP, "python3", "-m", "http.server", "--directory", pages.toString(), Integer.toString(HTTP));
        for (int port : List.of(STREAM_OF_VM2, STREAM_OF_HOST)) {
            listen(programs, port, "iperf3", "--server", "--port", Integer.toString(port));
        }
    }

    private static void listen(Programs programs, int port, String... words) throws IOException {
        programs.start(Laboratory.namespace(Station.LAN), words).await(() -> isListening(port), PATIENCE);
    }

    private static boolean isListening(int port) {
        String socket = String.format(Locale.ROOT, ":%04X ", port);
        try {
            return NetworkNamespace.call(Laboratory.namespace(Station.LAN), Servers::sockets).stream()
                    .anyMatch(line -> line.contains(socket) && line.contains(LISTENING));
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<String> sockets() throws IOException {
        Path own = Path.of("/proc/thread-self/net");
        return Stream.concat(
                        Files.readAllLines(own.resolve("tcp")).stream(),
                        Files.readAllLines(own.resolve("tcp6")).stream())
                .toList();
    }
}
