package io.isolane.tools.bench.peers.kernel;

import io.isolane.tools.run.IpCommand;
import io.isolane.tools.run.Namespaces;
import io.isolane.tools.run.Undo;
import java.io.IOException;
import java.io.PrintWriter;

/** Two veth pairs in a network namespace of their own: a switch has one end of each, the tester the other. Confined to its thread. */
final class Veths implements AutoCloseable {
    static final int PORTS = 2;

    private final String namespace;
    private final Undo undo;

    private Veths(String namespace, Undo undo) {
        this.namespace = namespace;
        this.undo = undo;
    }

    /**
     * Makes them.
     *
     * @param name of the namespace
     * @throws IOException naming the step that failed; nothing is left then
     */
    static Veths make(String name, PrintWriter errors) throws IOException {
        Veths made = new Veths(name, new Undo(errors));
        try {
            Namespaces.add(name, made.undo);
            for (int i = 0; i < PORTS; i++) {
                made.ip("link", "add", "tester" + i, "type", "veth", "peer", "name", port(i));
                // No neighbour discovery: frames that the tester did not send.
                made.ip("link", "set", port(i), "addrgenmode", "none", "up");
                made.ip("link", "set", "tester" + i, "addrgenmode", "none", "up");
            }
            return made;
        } catch (IOException | RuntimeException failure) {
            made.close();
            throw failure;
        }
    }

    String namespace() {
        return namespace;
    }

    /** The switch's end of a pair. */
    static String port(int i) {
        return "port" + i;
    }

    /** The tester's ends, as {@code --dut} has them. */
    String testers() {
        return "packet:tester0@" + namespace + ",tester1@" + namespace;
    }

    /** Runs {@code ip} in the namespace. */
    void ip(String... words) throws IOException {
        String[] all = new String[words.length + 2];
        all[0] = "-n";
        all[1] = namespace;
        System.arraycopy(words, 0, all, 2, words.length);
        IpCommand.run(all);
    }

    /** Removes them even when the thread is being interrupted. */
    @Override
    public void close() {
        boolean wasInterrupted = Thread.interrupted();
        undo.close();
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
