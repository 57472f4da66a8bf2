package io.isolane.dataplane.port.offload;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.Descriptor;
import io.isolane.dataplane.port.Slots;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SegmenterAgainstLinuxTest {
    static List<LinuxSegments> cases() {
        return LinuxSegments.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldMakeTheSameBytesAsTheLinuxKernel(LinuxSegments expected) {
        try (Slots slots = new Slots()) {
            Segmenter segmenter = new Segmenter(slots.memory);
            long[] out = new long[64];
            long frame = slots.offloaded(expected.virtioHeader(), expected.frame());
            int longest = segmenter.segmentLength(frame);

            int made = segmenter.segment(slots.cache, frame, out, out.length);

            assertThat(OffloadFault.of(made)).isEqualTo(OffloadFault.NONE);
            List<byte[]> finished = slots.bytesAndFree(out, made);
            assertThat(finished).usingElementComparator(Arrays::compare).isEqualTo(expected.finished());
            assertThat(finished).map(f -> f.length).contains(longest).allMatch(length -> length <= longest);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldLeaveASharedFrameAsItIs(LinuxSegments expected) {
        try (Slots slots = new Slots()) {
            Segmenter segmenter = new Segmenter(slots.memory);
            long[] out = new long[64];
            long frame = slots.offloaded(expected.virtioHeader(), expected.frame()) | Descriptor.SHARED;
            slots.memory.share(frame, 2);

            int made = segmenter.segment(slots.cache, frame, out, out.length);

            assertThat(slots.bytes(frame)).isEqualTo(expected.frame());
            assertThat(slots.bytesAndFree(out, made))
                    .usingElementComparator(Arrays::compare)
                    .isEqualTo(expected.finished());
            slots.cache.free(frame);
        }
    }
}
