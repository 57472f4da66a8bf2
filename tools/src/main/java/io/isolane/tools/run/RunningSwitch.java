package io.isolane.tools.run;

import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortListener;
import io.isolane.tools.config.Configuration;
import io.isolane.tools.config.PortConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** A switch with all ports of a configuration, and all that was made for it. Confined to its thread. */
public final class RunningSwitch implements AutoCloseable {
    private final Undo undo;
    private final VirtualSwitch forwarding;
    private final Stacks stacks;
    private final StationWatch stations = new StationWatch();

    private RunningSwitch(Undo undo, VirtualSwitch forwarding, Stacks stacks) {
        this.undo = undo;
        this.forwarding = forwarding;
        this.stacks = stacks;
    }

    /**
     * Makes namespaces and devices and starts to forward.
     *
     * @throws StartException if a part fails; everything made is removed then
     */
    public static RunningSwitch start(Configuration configuration, PortListener listener, PrintWriter errors)
            throws StartException {
        Undo undo = new Undo(errors);
        try {
            Namespaces.make(configuration.ports(), undo);
            VirtualSwitch forwarding = VirtualSwitch.start(configuration.switchConfig(), listener);
            undo.add("the switch", forwarding::close);
            Stacks stacks = new Stacks();
            undo.add("the network stacks", stacks::close);
            for (PortConfig port : configuration.ports()) {
                attach(forwarding, port, stacks);
            }
            return new RunningSwitch(undo, forwarding, stacks);
        } catch (StartException | RuntimeException | Error failure) {
            undo.close();
            throw failure;
        }
    }

    /** Stations that have moved or were refused since this was asked last, a line for each kind. */
    List<String> newsOfStations() {
        return stations.look(forwarding);
    }

    void printSummary(PrintWriter out) {
        Summary.print(forwarding, out);
        stacks.print(out);
    }

    @Override
    public void close() {
        undo.close();
    }

    private static void attach(VirtualSwitch forwarding, PortConfig port, Stacks stacks) throws StartException {
        String part = "port " + port.name();
        try {
            Port device = PortOpener.open(port, forwarding.pool(), stacks);
            try {
                forwarding.attach(PortOpener.profile(port), device);
            } catch (IOException | RuntimeException refused) {
                device.close();
                throw refused;
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException failure) {
            throw StartException.because(part, failure);
        }
    }
}
