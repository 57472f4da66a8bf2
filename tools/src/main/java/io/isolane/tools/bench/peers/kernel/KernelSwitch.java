package io.isolane.tools.bench.peers.kernel;

import io.isolane.tools.bench.peers.peer.Isolane;
import io.isolane.tools.bench.peers.peer.Place;
import io.isolane.tools.bench.peers.peer.Session;
import io.isolane.tools.program.Program;
import io.isolane.tools.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What joins the ports of {@link Veths}. */
public enum KernelSwitch {
    /** {@code isolane run} with AF_PACKET ports, in a process of its own, kept on the core. */
    ISOLANE("isolane-packet", "Isolane, AF_PACKET") {
        @Override
        String version() {
            return "Isolane " + Version.build() + ", commit " + Version.commit();
        }

        @Override
        void connect(Veths veths, Session session, Place place, Class<?> program)
                throws IOException, InterruptedException {
            Path config = Files.write(session.room().resolve("veths.yaml"), configuration(place));
            List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", veths.namespace()));
            words.addAll(List.of("taskset", "-c", Integer.toString(place.cores().measured())));
            words.addAll(Isolane.java(program, List.of("run", "--config", config.toString())));
            Program running = session.start(words);
            session.await(
                    running, "isolane run", "is ready", () -> running.output().contains("ready"));
        }
    },
    /** The kernel's bridge, which runs in whoever sends: on the tester's core. */
    BRIDGE("linux-bridge", "Linux bridge") {
        @Override
        String version() {
            return "Linux " + System.getProperty("os.version");
        }

        @Override
        void connect(Veths veths, Session session, Place place, Class<?> program)
                throws IOException, InterruptedException {
            ip(veths, session, "link", "add", "br0", "type", "bridge");
            ip(veths, session, "link", "set", "br0", "addrgenmode", "none", "up");
            for (int i = 0; i < Veths.PORTS; i++) {
                ip(veths, session, "link", "set", Veths.port(i), "master", "br0");
            }
        }
    };

    private final String id;
    private final String label;

    KernelSwitch(String id, String label) {
        this.id = id;
        this.label = label;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    boolean isOurs() {
        return this == ISOLANE;
    }

    abstract String version();

    /** Joins the ports; what it starts belongs to {@code session}. {@code program} is the main class that has {@code isolane run}. */
    abstract void connect(Veths veths, Session session, Place place, Class<?> program)
            throws IOException, InterruptedException;

    private static void ip(Veths veths, Session session, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip", "-n", veths.namespace()));
        command.addAll(List.of(words));
        session.run(command);
    }

    private static List<String> configuration(Place place) {
        List<String> lines = new ArrayList<>(List.of("networks:", "  - {name: lan, mode: learning}", "ports:"));
        for (int i = 0; i < Veths.PORTS; i++) {
            lines.add("  - {name: p" + i + ", role: guest, network: lan, kind: packet, interface: " + Veths.port(i)
                    + "}");
        }
        // On the only core there is a thread that spins would leave the tester half of it.
        lines.add("workers: {count: 1, idle: " + (place.cores().others().isEmpty() ? "sleep" : "spin") + "}");
        return lines;
    }
}
