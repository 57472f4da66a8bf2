package io.isolane.tools.bench.tester;

import io.isolane.core.frame.EthernetLayout;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TrialSpec;

/** Whether a tester can do what a trial asks of it. Stateless. */
final class SpecCheck {
    private static final int MAX_STREAMS = 1 << 16;

    private SpecCheck() {}

    /**
     * Refuses what the tester cannot do.
     *
     * @throws IllegalArgumentException naming it
     */
    static void check(TrialSpec spec, int ports, int mtu) {
        int longest = spec.frames().longest();
        require(
                longest <= mtu + EthernetLayout.HEADER_LENGTH + FrameMix.FCS,
                "frames of " + longest + " bytes with FCS need an MTU of "
                        + (longest - EthernetLayout.HEADER_LENGTH - FrameMix.FCS) + ": that of the ports is " + mtu);
        require(spec.streams().size() < MAX_STREAMS, spec.streams().size() + " streams are more than 65535");
        require(
                spec.count() <= Stamp.MAX_SEQUENCE,
                spec.count() + " frames are more than the " + Stamp.MAX_SEQUENCE
                        + " that can be told apart: make the trial shorter");
        for (Stream stream : spec.streams()) {
            checkPort(stream.from(), ports);
            stream.to().forEach(port -> checkPort(port, ports));
        }
        spec.drains().keySet().forEach(port -> checkPort(port, ports));
    }

    private static void checkPort(int port, int ports) {
        require(port >= 0 && port < ports, "there is no port " + port + ": the tester has ports 0 to " + (ports - 1));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
