package io.isolane.dataplane.pipeline;

import static io.isolane.dataplane.pipeline.Finding.Stage.ADMISSION;
import static io.isolane.dataplane.pipeline.Finding.Stage.DELIVERY;
import static io.isolane.dataplane.pipeline.Finding.Stage.FILTERING;
import static io.isolane.dataplane.pipeline.Finding.Stage.GUARDING;

import io.isolane.core.binding.Bindings;
import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortClass;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortState;
import io.isolane.core.policy.StormControl;
import io.isolane.core.policy.VidSet;
import io.isolane.core.table.MacTable;
import io.isolane.core.table.TableLimits;
import io.isolane.dataplane.guard.PacketInspection;
import io.isolane.dataplane.pipeline.Explanation.Departure;
import java.lang.foreign.Arena;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Says what a switch does with a frame and why: runs the stages of {@link Pipeline} one by one on a batch of one, with a table, counters
 * and ports of its own, and reads what each has left behind. No running switch is touched, and no device.
 *
 * <p>Frames are explained one after another: what one teaches the table, the next finds there, and what one takes of what its port may
 * send is gone for it. Time stands still and nothing ages. Confined to its thread.
 */
public final class Explainer {
    /** The longest frame that can be explained, in bytes. */
    public static final int MAX_LENGTH = SlotClass.LARGE.capacity();

    private static final int SMALL_SLOTS = 64;
    private static final int LARGE_SLOTS = 4;

    private final ForwardingState state;
    private final List<String> names;
    private final FrameMemory memory;
    private final FrameCache cache;
    private final Drops drops;
    private final MacTable table;
    private final Admission admission;
    private final Guarding guarding;
    private final Learning learning;
    private final Securing securing;
    private final SecurityFindings security;
    private final Lookup lookup;
    private final EntryFindings entry;

    /**
     * An explainer of a switch that has learnt nothing yet.
     *
     * @param names of the ports in {@code state}, by index
     * @param limits of the MAC table
     */
    public Explainer(ForwardingState state, List<String> names, TableLimits limits) {
        Arena arena = Arena.ofAuto();
        this.state = state;
        this.names = List.copyOf(names);
        this.memory = FrameMemory.allocate(arena, SMALL_SLOTS, LARGE_SLOTS);
        this.cache = new FramePool(memory).newCache();
        this.drops = new Drops(cache);
        this.table = new MacTable(arena, limits, MacTable.MAX_PORTS, new SecureRandom());
        this.admission = new Admission(memory, new EntryRules(memory), drops);
        Bindings bindings = Bindings.allocate(arena, MacTable.MAX_PORTS, new SecureRandom());
        this.guarding = new Guarding(new Moment(), memory, new PacketInspection(bindings), drops);
        this.learning = new Learning(table, drops);
        this.securing = new Securing(table, learning, drops, (port, nanos) -> {});
        this.security = new SecurityFindings(this.names);
        this.lookup = new Lookup(table);
        this.entry = new EntryFindings(state, this.names);
        for (int port = 0; port < names.size(); port++) {
            table.limit(port, state.port(port).stationLimit());
            table.tenure(port, state.port(port).stations().tenure());
        }
        state.bindings()
                .forEach(known -> bindings.table().putStatic(known.fid(), known.address(), known.mac(), known.port()));
        state.stations().forEach(known -> table.putStatic(MacTable.key(known.fid(), known.mac()), known.port()));
    }

    /**
     * Takes it that a station has been heard on a port.
     *
     * @param vid the VLAN it was heard in; empty for that of the port's untagged frames
     * @throws IllegalArgumentException if that cannot be: the port is not there or not in that VLAN, or it learns no such station
     */
    public void learn(String port, long station, OptionalInt vid) {
        int ingress = require(port);
        int vlan = vlanOf(ingress, vid);
        if (vlan == ForwardingState.NO_VLAN) {
            throw new IllegalArgumentException("port '" + port + "' receives nothing "
                    + (vid.isPresent() ? "in VLAN " + vid.getAsInt() : "untagged: say the station's VLAN"));
        }
        long key = MacTable.key(state.vlan(vlan).fid(), PortProfile.requireStation(station));
        Batch batch = batch(ingress, new byte[0]);
        batch.keep(0, batch.frames[0], key, key, vlan);
        PortCounters counters = PortCounters.allocate(Arena.ofAuto());
        int before = table.lookup(key);
        stage(batch.port).run(batch, counters);
        int after = table.lookup(key);
        if (batch.count == 0) {
            throw new IllegalArgumentException("port '" + port + "' learns no such station: "
                    + security.refused(batch, refusal(counters), key, before).reason());
        }
        cache.free(batch.frames[0]);
        if (after != ingress) {
            throw new IllegalArgumentException("port '" + port + "' learns no such station: "
                    + entry.learnt(batch, before, after).reason());
        }
    }

    /**
     * Explains a frame that enters on a port.
     *
     * @param frame its bytes from the destination address on, without frame check sequence, tags included
     * @throws IllegalArgumentException if there is no such port, or the frame is longer than {@link #MAX_LENGTH}
     */
    public Explanation explain(String port, byte[] frame) {
        if (frame.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a frame of " + frame.length + " bytes is longer than any port's: use at most " + MAX_LENGTH);
        }
        Batch batch = batch(require(port), frame);
        RecordingExit exit = new RecordingExit(state, names, memory, cache, drops);
        List<Finding> findings = new ArrayList<>();
        admit(batch, exit, findings);
        if (batch.count > 0 && !batch.port.entry().isOff()) {
            filter(batch, exit, findings);
        }
        if (batch.count > 0 && batch.port.isGuarded()) {
            guard(batch, exit, findings);
        }
        if (batch.count > 0) {
            learn(batch, exit, findings);
        }
        if (batch.count > 0) {
            lookup.run(batch, exit.counters(batch.ingress));
            findings.add(entry.found(batch));
            guardUnknown(batch, exit, findings);
        }
        if (batch.count > 0) {
            deliver(batch, exit, findings);
        }
        return new Explanation(findings, exit.allDepartures(), exit.allDrops());
    }

    private void admit(Batch batch, RecordingExit exit, List<Finding> findings) {
        long frame = batch.frames[0];
        int length = Descriptor.length(frame);
        int tci = EthernetHeader.tci(memory.frameAddress(frame));
        admission.run(batch, exit.counters(batch.ingress));
        findings.add(
                batch.count == 0
                        ? dropped(ADMISSION, batch.ingress, exit)
                        : entry.admitted(batch, tci, Descriptor.length(batch.frames[0]) < length));
    }

    private void filter(Batch batch, RecordingExit exit, List<Finding> findings) {
        AccessFindings words = new AccessFindings(batch.port.entry());
        exit.filtering().run(batch, exit.counters(batch.ingress));
        if (batch.count > 0) {
            findings.add(words.permitted());
        } else {
            findings.add(Finding.of(FILTERING, droppedAs(DropReason.ACCESS_LIST_IN), words.reason()));
            copies(batch, exit, findings);
        }
    }

    /** What access lists have had copied of a frame that they denied: it leaves with the batch. */
    private void copies(Batch batch, RecordingExit exit, List<Finding> findings) {
        ExitFindings words = new ExitFindings(batch, names);
        exit.delivery().run(batch, exit.counters(batch.ingress));
        for (int port = 0; port < names.size(); port++) {
            for (Departure copy : exit.departures(port)) {
                findings.add(words.sent(port, copy, ""));
            }
        }
    }

    private void guard(Batch batch, RecordingExit exit, List<Finding> findings) {
        guarding.guard(batch, exit.counters(batch.ingress));
        findings.add(batch.count == 0 ? dropped(GUARDING, batch.ingress, exit) : GuardFindings.passed(batch));
    }

    private void guardUnknown(Batch batch, RecordingExit exit, List<Finding> findings) {
        StormControl storms = batch.port.guards().storms();
        if (batch.egress[0] == MacTable.UNKNOWN && !storms.unknownUnicast().isNone()) {
            guarding.guardUnknown(batch, exit.counters(batch.ingress));
            findings.add(
                    batch.count == 0 ? dropped(GUARDING, batch.ingress, exit) : GuardFindings.passedUnknown(storms));
        }
    }

    private void learn(Batch batch, RecordingExit exit, List<Finding> findings) {
        long source = batch.sources[0];
        int before = table.lookup(source);
        stage(batch.port).run(batch, exit.counters(batch.ingress));
        findings.add(
                batch.count == 0
                        ? security.refused(batch, refusal(exit.counters(batch.ingress)), source, before)
                        : entry.learnt(batch, before, table.lookup(source)));
    }

    /** The stage that has a port's frames learnt, as {@link Pipeline} chooses it. */
    private Stage stage(PortState port) {
        return table.limitsMoves() || port.stations().isOn() ? securing : learning;
    }

    private static DropReason refusal(PortCounters counters) {
        int index = 0;
        while (counters.drops(DropReason.at(index)) == 0) {
            index++;
        }
        return DropReason.at(index);
    }

    private void deliver(Batch batch, RecordingExit exit, List<Finding> findings) {
        ExitFindings words = new ExitFindings(batch, names);
        findings.add(words.reach());
        List<AccessFindings> lists = IntStream.range(0, names.size())
                .mapToObj(port -> new AccessFindings(state.port(port).exit()))
                .toList();
        exit.delivery().run(batch, exit.counters(batch.ingress));
        exit.drop(batch.ingress).ifPresent(reason -> findings.add(dropped(DELIVERY, batch.ingress, exit)));
        for (int port = 0; port < names.size(); port++) {
            Optional<Departure> departure = exit.departures(port).stream().findFirst();
            if (departure.isPresent()) {
                findings.add(words.sent(port, departure.get(), lists.get(port).reason()));
            } else if (port != batch.ingress && exit.drop(port).isPresent()) {
                findings.add(notLet(port, exit.drop(port).orElseThrow(), lists.get(port)));
            } else {
                findings.add(words.notSent(port));
            }
        }
    }

    private Finding notLet(int port, DropReason reason, AccessFindings lists) {
        String why = reason == DropReason.ACCESS_LIST_OUT ? lists.reason() : reason.sentence();
        return new Finding(DELIVERY, names.get(port), droppedAs(reason), why);
    }

    private static Finding dropped(Finding.Stage stage, int port, RecordingExit exit) {
        DropReason reason = exit.drop(port).orElseThrow();
        return Finding.of(stage, droppedAs(reason), reason.sentence());
    }

    private static String droppedAs(DropReason reason) {
        return "dropped as " + reason.label();
    }

    private int vlanOf(int port, OptionalInt vid) {
        PortState receiving = state.port(port);
        if (vid.isEmpty()) {
            return receiving.vlan();
        }
        int wanted = VidSet.requireVlan(vid.getAsInt());
        if (receiving.portClass() == PortClass.TRUNK) {
            return receiving.vlanOfVid()[wanted];
        }
        int own = receiving.vlan();
        return own != ForwardingState.NO_VLAN && state.vlan(own).vid() == wanted ? own : ForwardingState.NO_VLAN;
    }

    private int require(String port) {
        int index = names.indexOf(port);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "there is no port '" + port + "': use one of " + String.join(", ", names));
        }
        return index;
    }

    private Batch batch(int ingress, byte[] bytes) {
        long frame = cache.allocate(bytes.length);
        RawMemory.put(memory.frameAddress(frame), bytes);
        Batch batch = new Batch();
        batch.frames[0] = frame;
        batch.count = 1;
        batch.ingress = ingress;
        batch.state = state;
        batch.port = state.port(ingress);
        return batch;
    }
}
