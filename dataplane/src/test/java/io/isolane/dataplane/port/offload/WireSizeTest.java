package io.isolane.dataplane.port.offload;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.Descriptor;
import io.isolane.dataplane.port.Slots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WireSizeTest {
    private final Slots slots = new Slots();
    private final WireSize size = new WireSize(slots.memory);

    @AfterEach
    void poolIsWhole() {
        slots.close();
    }

    @Test
    void shouldMeasureAFrameAsItIs() {
        measure(slots.frame(new byte[77]));

        assertThat(size.frames()).isEqualTo(1);
        assertThat(size.bytes()).isEqualTo(77);
    }

    @ParameterizedTest
    @MethodSource("io.isolane.dataplane.port.offload.LinuxSegments#all")
    void shouldMeasureASuperFrameAsWhatLinuxMakesOfIt(LinuxSegments linux) {
        measure(slots.offloaded(linux.virtioHeader(), linux.frame()));

        assertThat(size.frames()).isEqualTo(linux.finished().size());
        assertThat(size.bytes())
                .isEqualTo(linux.finished().stream()
                        .mapToInt(frame -> frame.length)
                        .sum());
    }

    @Test
    void shouldMeasureAsItLiesThereWhatCannotBeCut() {
        byte[] hostile = LinuxSegments.named("tcp4").virtioHeader().clone();
        hostile[VirtioNetHeader.GSO_SIZE] = 0;
        hostile[VirtioNetHeader.GSO_SIZE + 1] = 0;
        long frame = slots.offloaded(hostile, LinuxSegments.named("tcp4").frame());
        int length = Descriptor.length(frame);

        measure(frame);

        assertThat(size.frames()).isEqualTo(1);
        assertThat(size.bytes()).isEqualTo(length);
    }

    private void measure(long frame) {
        size.measure(frame);
        slots.cache.free(frame);
    }
}
