package io.isolane.benchmarks.reference;

import io.isolane.core.frame.MacAddress;
import io.isolane.core.frame.TagControl;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Frames of every kind that a guest might send, most of them well formed; the same again for the same seed. */
final class RandomFrames {
    private static final long STATION = 0x02_00_00_00_00_00L;
    private static final int STATIONS = 40;
    private static final long LINK_LOCAL = 0x01_80_c2_00_00_00L;
    private static final int[] TYPES = {0x0800, 0x86dd, 0x0806, 0x8100, 0x88a8, 0x9100};
    private static final int[] VIDS = {0, 10, 20, 30, 40, TagControl.RESERVED_VID};
    private static final int ORDINARY = 64;

    private final SplittableRandom random;

    RandomFrames(SplittableRandom random) {
        this.random = random;
    }

    /** The bytes of the next frame. */
    byte[] bytes() {
        int length = length();
        byte[] bytes = new byte[Math.max(length, ORDINARY)];
        random.nextBytes(bytes);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        header.putLong(0, destination() << 16);
        header.putLong(6, source() << 16);
        for (int at = 12; at < 24; at += 4) {
            boolean isPlain = at == 12 && random.nextInt(3) > 0;
            header.putShort(at, (short) TYPES[isPlain ? 0 : random.nextInt(TYPES.length)]);
            header.putShort(at + 2, (short) tci());
        }
        return Arrays.copyOf(bytes, length);
    }

    /** A tag to travel beside it, or none. */
    int tagBeside() {
        return random.nextInt(3) == 0 ? tci() : Fabric.NO_TAG;
    }

    private int length() {
        return switch (random.nextInt(20)) {
            case 0 -> random.nextInt(24);
            case 1 -> 1500 + random.nextInt(30);
            case 2 -> 9000 + random.nextInt(30);
            default -> ORDINARY;
        };
    }

    private long destination() {
        return switch (random.nextInt(20)) {
            case 0 -> MacAddress.BROADCAST;
            case 1 -> LINK_LOCAL + random.nextInt(17);
            case 2 -> STATION + STATIONS + 1;
            default -> STATION + random.nextInt(STATIONS);
        };
    }

    private long source() {
        return switch (random.nextInt(40)) {
            case 0 -> MacAddress.BROADCAST;
            case 1 -> 0;
            default -> STATION + random.nextInt(STATIONS);
        };
    }

    private int tci() {
        return random.nextInt(16) << 12 | VIDS[random.nextInt(VIDS.length)];
    }
}
