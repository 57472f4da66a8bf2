package io.isolane.dataplane;

import io.isolane.dataplane.reference.RandomFrames;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Frames by chance into every class of port: sensible ones, and sensible ones of which some bytes are not. */
final class FrameParserPropertyTest {
    private static final int FRAMES = 500;

    @Property(tries = 50, seed = "20", shrinking = ShrinkingMode.OFF)
    void shouldForwardOrCountAnyFrameOnceAndTouchNothingElse(@ForAll long seed) {
        Random random = new Random(seed);
        RandomFrames frames = new RandomFrames(random);
        try (FuzzedSwitch fabric = new FuzzedSwitch()) {
            for (int i = 0; i < FRAMES; i++) {
                fabric.play(damaged(frames.next(random.nextInt(8)).bytes(), random));
            }
        }
    }

    /** The form in which it is handed over, and the frame, in most cases with some bytes changed. */
    private static byte[] damaged(byte[] frame, Random random) {
        int length = random.nextInt(8) == 0 ? random.nextInt(FuzzedSwitch.MAX_LENGTH + 1) : frame.length;
        byte[] data = new byte[1 + length];
        random.nextBytes(data);
        System.arraycopy(frame, 0, data, 1, Math.min(frame.length, length));
        for (int changes = random.nextInt(4); changes > 0 && length > 0; changes--) {
            data[1 + random.nextInt(Math.min(length, 40))] = (byte) random.nextInt();
        }
        return random.nextInt(64) == 0 ? Arrays.copyOf(data, random.nextInt(4)) : data;
    }
}
