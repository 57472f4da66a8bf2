package io.isolane.dataplane.exhaustive;

import io.isolane.dataplane.exhaustive.rules.Net;
import io.isolane.dataplane.exhaustive.rules.Plug;
import io.isolane.dataplane.exhaustive.rules.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Configurations that are made of the same kinds of port: every way to choose some of them, with repetition and without regard to
 * order.
 *
 * @param hasVlans whether tags name VLANs in them
 * @param nets each choice of networks
 * @param menu the kinds of port
 * @param least ports of a configuration
 * @param most ports of a configuration
 * @param stride each how manieth is examined: 1 for all
 * @param floor cases that they must come to at least, so that none is lost unnoticed
 */
record Family(
        String name,
        boolean hasVlans,
        List<List<Net>> nets,
        List<Plug> menu,
        int least,
        int most,
        int stride,
        long floor) {
    /** Shows every configuration. */
    void forEach(Consumer<Setup> visitor) {
        int[] seen = new int[1];
        for (List<Net> networks : nets) {
            for (int ports = least; ports <= most; ports++) {
                choose(ports, 0, new ArrayList<>(), plugs -> {
                    if (seen[0]++ % stride == 0) {
                        visitor.accept(new Setup(networks, plugs));
                    }
                });
            }
        }
    }

    private void choose(int ports, int first, List<Plug> chosen, Consumer<List<Plug>> visitor) {
        if (chosen.size() == ports) {
            visitor.accept(chosen);
            return;
        }
        for (int kind = first; kind < menu.size(); kind++) {
            chosen.add(menu.get(kind));
            choose(ports, kind, chosen, visitor);
            chosen.removeLast();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
