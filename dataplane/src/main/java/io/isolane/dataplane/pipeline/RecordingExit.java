package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortState;
import io.isolane.dataplane.pipeline.Explanation.Departure;
import io.isolane.dataplane.pipeline.Explanation.Drop;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last stage and the ways out for one frame: real outlets with fresh counters, to ports that record. Confined to its thread. */
final class RecordingExit {
    private static final Moment NOW = new Moment();

    private final Filtering filtering;
    private final Delivery delivery;
    private final List<RecordingPort> ports = new ArrayList<>();
    private final List<PortCounters> counters = new ArrayList<>();

    RecordingExit(ForwardingState state, List<String> names, FrameMemory memory, FrameCache cache, Drops drops) {
        Outlets outlets = new Outlets(names.size());
        AccessControl access = new AccessControl(memory, new FrameCopies(memory, cache, outlets));
        this.filtering = new Filtering(access, drops);
        this.delivery = new Delivery(outlets, new Replication(memory, outlets, drops), drops);
        Arena arena = Arena.ofAuto();
        for (int index = 0; index < names.size(); index++) {
            RecordingPort port =
                    new RecordingPort(names.get(index), state.port(index).tpid(), memory, cache);
            PortCounters fresh = PortCounters.allocate(arena);
            outlets.set(index, new PortOutlet(port, fresh, memory, cache, NOW, access));
            PortState leaving = state.port(index);
            outlets.restrict(index, leaving.maxFrame(), leaving.guards().rates().out());
            outlets.filter(index, ExitLists.of(state, index));
            ports.add(port);
            counters.add(fresh);
        }
    }

    Filtering filtering() {
        return filtering;
    }

    Delivery delivery() {
        return delivery;
    }

    PortCounters counters(int port) {
        return counters.get(port);
    }

    List<Departure> departures(int port) {
        return ports.get(port).departures();
    }

    /** What a port has counted as dropped. */
    Optional<DropReason> drop(int port) {
        for (int index = 0; index < DropReason.count(); index++) {
            if (counters.get(port).drops(DropReason.at(index)) > 0) {
                return Optional.of(DropReason.at(index));
            }
        }
        return Optional.empty();
    }

    List<Departure> allDepartures() {
        return ports.stream().flatMap(port -> port.departures().stream()).toList();
    }

    List<Drop> allDrops() {
        List<Drop> drops = new ArrayList<>();
        for (int port = 0; port < ports.size(); port++) {
            String name = ports.get(port).name();
            drop(port).ifPresent(reason -> drops.add(new Drop(name, reason)));
        }
        return drops;
    }
}
