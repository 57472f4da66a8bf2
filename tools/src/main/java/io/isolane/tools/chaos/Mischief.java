package io.isolane.tools.chaos;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Everything that can happen to the other ports of a switch, at random. Confined to its thread. */
final class Mischief implements AutoCloseable {
    private static final int PORTS = 6;
    private static final int RING = 256;
    private static final int BURST = 2_000;
    private static final int BATCH = 64;
    private static final int LONGEST = 400;
    private static final int HEADER = 16;

    private final VirtualSwitch fabric;
    private final Random random;
    private final RandomProfiles profiles;
    private final List<Guest> guests = new ArrayList<>();
    private final Map<Deed, Long> done = new EnumMap<>(Deed.class);
    private final long[] frames = new long[BATCH];
    private final byte[] bytes = new byte[LONGEST];
    private int born;

    /** What is done to a port. */
    enum Deed {
        /** A port is attached, for the first time or again. */
        ATTACH,
        /** A port is detached, full rings and all. */
        DETACH,
        /** A port breaks its contract, and is detached later. */
        SMASH,
        /** The link goes down, or comes up again. */
        LINK,
        /** The port gets another profile. */
        RECONFIGURE,
        /** Its guest sends as much as the ring takes, again and again. */
        OVERLOAD,
        /** Its guest reads all there is; otherwise it reads nothing. */
        READ
    }

    private record Guest(String name, RingPort ring, BreakingPort port, VirtualNic nic) {}

    Mischief(VirtualSwitch fabric, Random random, String network) {
        this.fabric = fabric;
        this.random = random;
        this.profiles = new RandomProfiles(random, network);
    }

    /** Does one thing. */
    void poll() {
        Deed deed = next();
        done.merge(deed, 1L, Long::sum);
        switch (deed) {
            case ATTACH -> attach();
            case DETACH -> detach(any());
            case SMASH -> any().port().smash();
            case LINK -> any().ring().link(random.nextBoolean());
            case RECONFIGURE -> fabric.reconfigure(profiles.next(any().name()));
            case OVERLOAD -> overload(any().nic());
            case READ -> read(any().nic());
        }
    }

    /** How often each thing was done. */
    Map<Deed, Long> done() {
        return Map.copyOf(done);
    }

    /** Detaches what is left. */
    @Override
    public void close() {
        while (!guests.isEmpty()) {
            detach(guests.getFirst());
        }
    }

    private Deed next() {
        if (guests.size() < 2) {
            return Deed.ATTACH;
        }
        int dice = random.nextInt(100);
        if (dice < 4) {
            return guests.size() < PORTS ? Deed.ATTACH : Deed.DETACH;
        }
        return dice < 6
                ? Deed.DETACH
                : dice < 7 ? Deed.SMASH : dice < 12 ? Deed.LINK : dice < 20 ? Deed.RECONFIGURE : later(dice);
    }

    private static Deed later(int dice) {
        return dice < 75 ? Deed.OVERLOAD : Deed.READ;
    }

    private Guest any() {
        return guests.get(random.nextInt(guests.size()));
    }

    private void attach() {
        String name = "guest-" + born++;
        RingPort ring = new RingPort(name, fabric.pool(), RING);
        BreakingPort port = new BreakingPort(ring);
        PortProfile profile = profiles.next(name);
        fabric.attach(profile, port);
        guests.add(new Guest(name, ring, port, ring.nic()));
    }

    private void detach(Guest guest) {
        guests.remove(guest);
        fabric.detach(guest.name());
        guest.nic().close();
    }

    private void overload(VirtualNic nic) {
        for (int i = 0; i < BURST; i++) {
            int length = 1 + random.nextInt(LONGEST);
            long frame = nic.allocate(length);
            if (frame == Descriptor.NONE) {
                return;
            }
            fill(nic.address(frame), length);
            if (!nic.send(frame)) {
                nic.discard(frame);
                return;
            }
        }
    }

    /** To all, to a neighbour, or to anybody; from one of few or of very many addresses; tagged or not; garbage behind. */
    private void fill(long address, int length) {
        random.nextBytes(bytes);
        if (length >= HEADER) {
            bytes[0] = random.nextInt(3) == 0 ? (byte) 0xff : 2;
            bytes[6] = 2;
            if (random.nextBoolean()) {
                Arrays.fill(bytes, 1, 5, bytes[0]);
                Arrays.fill(bytes, 7, 11, (byte) 2);
                bytes[5] = (byte) (bytes[0] == 2 ? bytes[5] & 7 : 0xff);
                bytes[11] = (byte) (bytes[11] & 7);
            }
            int tag = random.nextInt(4);
            bytes[12] = (byte) (tag == 0 ? 0x81 : 8);
            bytes[13] = (byte) (tag == 1 ? 6 : 0);
            bytes[14] = 0;
            bytes[15] = (byte) (RandomProfiles.FIRST_VLAN + random.nextInt(RandomProfiles.VLANS));
        }
        for (int i = 0; i < length; i++) {
            RawMemory.putByte(address + i, bytes[i]);
        }
    }

    private void read(VirtualNic nic) {
        int count = nic.receive(frames, BATCH);
        while (count > 0) {
            nic.free(frames, count);
            count = nic.receive(frames, BATCH);
        }
    }
}
