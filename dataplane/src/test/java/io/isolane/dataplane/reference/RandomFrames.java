package io.isolane.dataplane.reference;

import io.isolane.dataplane.WireFrame;
import java.util.Random;

/** Frames by chance, good and bad, between few stations. */
public final class RandomFrames {
    private static final long[] GROUPS = {
        0xffff_ffff_ffffL, 0xffff_ffff_ffffL, 0x0100_5e00_0001L, 0x0180_c200_0000L, 0x0180_c200_000eL, 0x0180_c200_0010L
    };
    private static final int[] TPIDS = {0x8100, 0x8100, 0x8100, 0x8100, 0x88a8, 0x9100};
    private static final int[] VIDS = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4095};
    private static final int[] LONG_PAYLOADS = {68, 72, 76, 80, 100, 104, 108, 1496, 1500, 1504, 1508, 1512, 1600, 2000
    };
    private static final int[] TYPES = {0x0800, 0x0806, 0x86dd, 0x002e, 0x88cc};

    private final Random random;

    public RandomFrames(Random random) {
        this.random = random;
    }

    /** A frame that the station at {@code index} might send, or somebody in its name. */
    public WireFrame next(int index) {
        byte[] payload = new byte[payloadLength()];
        random.nextBytes(payload);
        WireFrame frame = WireFrame.of(destination(), source(index), TYPES[random.nextInt(TYPES.length)], payload);
        for (int tags = tags(); tags > 0; tags--) {
            frame = frame.pushed(TPIDS[random.nextInt(TPIDS.length)], tci());
        }
        return RandomTopology.chance(random, 16) ? frame.cut(random.nextInt(24)) : frame;
    }

    private int payloadLength() {
        return RandomTopology.chance(random, 8)
                ? LONG_PAYLOADS[random.nextInt(LONG_PAYLOADS.length)] + random.nextInt(3) - 1
                : random.nextInt(32);
    }

    private int tags() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> 0;
            case 4, 5, 6, 7 -> 1;
            case 8 -> 2;
            default -> random.nextInt(4);
        };
    }

    private int tci() {
        int priority = RandomTopology.chance(random, 2) ? 0 : random.nextInt(16);
        return priority << 12 | VIDS[random.nextInt(VIDS.length)];
    }

    private long destination() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> GROUPS[random.nextInt(GROUPS.length)];
            case 4 -> random.nextInt(3);
            default -> station();
        };
    }

    private long source(int index) {
        return switch (random.nextInt(24)) {
            case 0 -> GROUPS[random.nextInt(GROUPS.length)];
            case 1 -> 0;
            case 2, 3, 4, 5 -> station();
            default -> RandomTopology.FIRST_STATION + index % RandomTopology.STATIONS;
        };
    }

    private long station() {
        return RandomTopology.FIRST_STATION + random.nextInt(RandomTopology.STATIONS + 2);
    }
}
