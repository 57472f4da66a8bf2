package io.isolane.tools.bench.peers;

import io.isolane.tools.bench.peers.contest.Contender;
import io.isolane.tools.bench.peers.contest.InMemory;
import io.isolane.tools.bench.peers.contest.Meter;
import io.isolane.tools.bench.peers.kernel.BetweenVeths;
import io.isolane.tools.bench.peers.kernel.KernelSwitch;
import io.isolane.tools.bench.peers.peer.Installed;
import io.isolane.tools.bench.peers.peer.Isolane;
import io.isolane.tools.bench.peers.peer.OpenVSwitch;
import io.isolane.tools.bench.peers.peer.Peer;
import io.isolane.tools.bench.peers.peer.Place;
import io.isolane.tools.bench.peers.peer.Snabb;
import io.isolane.tools.bench.peers.peer.Testpmd;
import io.isolane.tools.bench.peers.peer.Vpp;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.SystemNanoClock;

/** All that can take part, in the order of the tables: ours first. Stateless. */
final class Contenders {
    private Contenders() {}

    /**
     * They look for their programs in {@code installed}, run in {@code place}, and are measured for {@code window}.
     *
     * @param program the main class that has {@code isolane run}
     * @param errors is told what could not be removed
     */
    static List<Contender> all(
            Installed installed, Place place, Duration window, Class<?> program, PrintWriter errors) {
        Meter meter = new Meter(window, SystemNanoClock.INSTANCE, time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
        List<Peer> peers = List.of(
                new Isolane(installed, false),
                new Isolane(installed, true),
                new Testpmd(installed),
                new OpenVSwitch(installed),
                new Vpp(installed),
                new Snabb(installed));
        List<Contender> all = new ArrayList<>();
        peers.forEach(peer -> all.add(new InMemory(peer, place, meter)));
        for (KernelSwitch device : KernelSwitch.values()) {
            all.add(new BetweenVeths(device, place, window, program, errors));
        }
        return all;
    }
}
