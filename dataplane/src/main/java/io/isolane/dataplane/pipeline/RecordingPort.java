package io.isolane.dataplane.pipeline;

import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.pipeline.Explanation.Departure;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/** A port that notes what it would have sent. Confined to its thread. */
final class RecordingPort implements Port {
    private final String name;
    private final int tpid;
    private final FrameMemory memory;
    private final FrameCache cache;
    private final List<Departure> departures = new ArrayList<>();

    RecordingPort(String name, int tpid, FrameMemory memory, FrameCache cache) {
        this.name = name;
        this.tpid = tpid;
        this.memory = memory;
        this.cache = cache;
    }

    List<Departure> departures() {
        return departures;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open(PortContext context) {}

    @Override
    public int receive(long[] frames, int max) {
        return 0;
    }

    @Override
    public int transmit(long[] frames, int count) {
        for (int i = 0; i < count; i++) {
            departures.add(departure(frames[i]));
            cache.free(frames[i]);
        }
        return count;
    }

    @Override
    public PortStatus status() {
        return PortStatus.UP;
    }

    @Override
    public void close() {}

    private Departure departure(long frame) {
        byte[] bytes = RawMemory.get(memory.frameAddress(frame), Descriptor.length(frame));
        HexFormat hex = HexFormat.of();
        if (!Descriptor.isTagged(frame)) {
            return new Departure(name, OptionalInt.empty(), hex.formatHex(bytes));
        }
        int tag = tpid << 16 | Descriptor.tci(frame);
        int addresses = EthernetLayout.ADDRESSES_LENGTH;
        return new Departure(
                name,
                OptionalInt.of(tag),
                hex.formatHex(bytes, 0, addresses)
                        + hex.toHexDigits(tag)
                        + hex.formatHex(bytes, addresses, bytes.length));
    }
}
