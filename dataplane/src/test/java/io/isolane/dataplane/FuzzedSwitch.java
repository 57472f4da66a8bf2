package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameLayout;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A switch with two ports of every class, into each of which the same bytes go as a frame. Whatever they are, each frame is forwarded
 * or counted as dropped, once; no byte of the slots on either side changes; and nothing depends on what lies behind a frame in its
 * slot.
 */
final class FuzzedSwitch implements AutoCloseable {
    /** The longest frame that is tried: what fits a small slot. */
    static final int MAX_LENGTH = 1600;

    private static final MemoryConfig MEMORY = new MemoryConfig(1408, 4);
    private static final int FIRST_SLOT = 4096;
    private static final int RING = 64;

    private final VirtualSwitch fabric = VirtualSwitch.start(SwitchConfig.of(
                    VirtualNetwork.of("plain", IsolationMode.LEARNING),
                    VirtualNetwork.of("vlans", IsolationMode.LEARNING))
            .withWorkers(WorkerConfig.INVOKED)
            .withMemory(MEMORY));
    private final FrameMemory memory = fabric.pool().memory();
    private final FrameCache cache = fabric.pool().newCache();
    private final byte[] pattern = new byte[SlotClass.SMALL.stride()];
    private final List<MemorySegment> canaries = new ArrayList<>();
    private final List<Long> held = new ArrayList<>();
    private final Map<String, VirtualNic> nics = new LinkedHashMap<>();
    private final long[] frames = new long[RING];

    FuzzedSwitch() {
        VlanMembership nativeTrunk = new VlanMembership.Trunk(VidSet.of(10, 20), 10, false, 0x8100);
        VlanMembership serviceTrunk =
                new VlanMembership.Trunk(VidSet.of(10, 20), VlanMembership.NO_NATIVE, false, 0x88a8);
        for (String twin : new String[] {"", " twin"}) {
            attach("transparent" + twin, "plain", VlanMembership.unspecified());
            attach("access" + twin, "vlans", VlanMembership.access(10));
            attach("trunk" + twin, "vlans", nativeTrunk);
            attach("tunnel" + twin, "vlans", VlanMembership.tunnel(10));
            attach("service trunk" + twin, "vlans", serviceTrunk);
        }
        setCanaries();
    }

    private void attach(String name, String network, VlanMembership vlan) {
        RingPort port = new RingPort(name, fabric.pool(), RING, cache, cache);
        fabric.attach(PortProfile.guest(name, network).vlan(vlan).build(), port);
        nics.put(name, port.nic());
    }

    /** Takes every second slot out of the pool for good, so that each frame lies between two of them. */
    private void setCanaries() {
        new Random(0).nextBytes(pattern);
        List<Long> even = new ArrayList<>();
        for (long frame = cache.allocate(0); frame != Descriptor.NONE; frame = cache.allocate(0)) {
            long slot =
                    (memory.slotAddress(frame) - memory.segment().address() - FIRST_SLOT) / SlotClass.SMALL.stride();
            if (slot % 2 == 0) {
                even.add(frame);
            } else {
                held.add(frame);
                canaries.add(memory.segment()
                        .asSlice(FIRST_SLOT + slot * SlotClass.SMALL.stride(), SlotClass.SMALL.stride()));
            }
        }
        canaries.forEach(canary -> MemorySegment.copy(pattern, 0, canary, ValueLayout.JAVA_BYTE, 0, pattern.length));
        even.forEach(cache::free);
    }

    /** Sends {@code data} into every port, twice with different bytes behind it: the first says in which form, the rest is the frame. */
    void play(byte[] data) {
        for (String port : nics.keySet()) {
            String once = pass(port, data, (byte) 0);
            assertThat(pass(port, data, (byte) 0x81)).as("again").isEqualTo(once);
        }
        MemorySegment intact = MemorySegment.ofArray(pattern);
        assertThat(canaries).allMatch(canary -> canary.mismatch(intact) == -1);
    }

    private String pass(String port, byte[] data, byte behind) {
        long[] before = drops();
        long frame = frameOf(data, behind);
        nic(port).send(frame);
        fabric.poll();
        String heard = heard();
        long[] drops = drops();
        Arrays.setAll(drops, i -> drops[i] - before[i]);
        long refused = drops[nics.keySet().stream().toList().indexOf(port)];
        boolean isForwarded = !heard.isEmpty() || Arrays.stream(drops).sum() > refused;
        assertThat(refused + (isForwarded ? 1 : 0))
                .as("times the frame is accounted for")
                .isEqualTo(1);
        return heard + Arrays.toString(drops);
    }

    private long frameOf(byte[] data, byte behind) {
        int form = data.length == 0 ? 0 : data[0];
        byte[] bytes = Arrays.copyOfRange(data, Math.min(1, data.length), Math.min(data.length, 1 + MAX_LENGTH));
        long frame = cache.allocate(bytes.length);
        assertThat(frame).as("a worker's cache holds 512 slots at most").isNotEqualTo(Descriptor.NONE);
        frame |= (form & 1) == 0 ? 0 : Descriptor.SHIFTED;
        frame = (form & 2) == 0 ? frame : Descriptor.withTag(frame, (form & 0xf0) << 8 | (form & 4) * 5 / 2);
        frame |= (form & 8) == 0 ? 0 : Descriptor.OFFLOAD;
        RawMemory.fill(memory.frameAddress(frame), MAX_LENGTH, behind);
        RawMemory.put(memory.frameAddress(frame), bytes);
        RawMemory.put(memory.virtioHeaderAddress(frame), Arrays.copyOf(bytes, FrameLayout.VIRTIO_HEADER_LENGTH));
        return frame;
    }

    /** What every port heard, as text; the frames are free again. */
    private String heard() {
        StringBuilder heard = new StringBuilder();
        nics.forEach((port, nic) -> {
            int count = nic.receive(frames, RING);
            for (int i = 0; i < count; i++) {
                int tci = Descriptor.isTagged(frames[i]) ? Descriptor.tci(frames[i]) : -1;
                heard.append(port).append(' ').append(tci).append(' ');
                heard.append(HexFormat.of().formatHex(nic.bytes(frames[i]))).append('\n');
            }
            nic.free(frames, count);
        });
        return heard.toString();
    }

    private long[] drops() {
        return nics.keySet().stream()
                .map(fabric::counters)
                .mapToLong(PortCounters::totalDrops)
                .toArray();
    }

    private VirtualNic nic(String port) {
        return Objects.requireNonNull(nics.get(port));
    }

    /** Closes everything and sees that no slot is missing. */
    @Override
    public void close() {
        fabric.close();
        held.forEach(cache::free);
        cache.close();
        assertThat(fabric.pool().available(SlotClass.SMALL)).isEqualTo(MEMORY.smallSlots());
        assertThat(fabric.pool().available(SlotClass.LARGE)).isEqualTo(MEMORY.largeSlots());
    }
}
