package io.isolane.dataplane.port.offload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.isolane.dataplane.port.Slots;
import java.util.Arrays;

/**
 * Any virtio-net header beside any frame: the first 12 bytes are the header. It is refused and the frame is as it was, or every segment begins
 * with the frame's addresses and no slot is lost.
 */
class OffloadFuzzTest {
    private static final int ADDRESSES = 12;
    private static final int SEGMENTS = 64;

    @FuzzTest(maxDuration = "5s")
    void shouldFinishAFrameOrLeaveItAsItWas(byte[] data) {
        byte[] header = Arrays.copyOf(data, VirtioNetHeader.LENGTH);
        int from = Math.min(data.length, VirtioNetHeader.LENGTH);
        byte[] frame = Arrays.copyOfRange(data, from, Math.max(data.length, from + 14));
        try (Slots slots = new Slots()) {
            long descriptor = slots.offloaded(header, frame);
            long[] out = new long[SEGMENTS];

            int made = new Segmenter(slots.memory).segment(slots.cache, descriptor, out, out.length);

            if (made < 0) {
                assertThat(OffloadFault.of(made)).isNotEqualTo(OffloadFault.NONE);
                assertThat(slots.bytes(descriptor)).isEqualTo(frame);
                slots.cache.free(descriptor);
            } else {
                assertThat(slots.bytesAndFree(out, made))
                        .allSatisfy(segment -> assertThat(segment).startsWith(Arrays.copyOf(frame, ADDRESSES)));
            }
        }
    }
}
