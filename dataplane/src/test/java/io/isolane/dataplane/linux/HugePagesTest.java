package io.isolane.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HugePagesTest {
    @BeforeEach
    void requireLinux() {
        Assumptions.assumeTrue(Linux.isAvailable(), "huge pages need Linux");
    }

    @Test
    void shouldGiveZeroedMemoryThatBeginsAtAHugePage() throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = HugePages.allocate(arena, HugePages.PAGE_BYTES + 4096);
            assertThat(memory.address() % HugePages.PAGE_BYTES).isZero();
            assertThat(memory.byteSize()).isEqualTo(HugePages.PAGE_BYTES + 4096);
            assertThat(memory.get(ValueLayout.JAVA_LONG, memory.byteSize() - Long.BYTES))
                    .isZero();
            memory.set(ValueLayout.JAVA_LONG, memory.byteSize() - Long.BYTES, 1);
        }
    }

    @Test
    void shouldGiveTheMemoryBackWithItsArena() throws NativeException {
        MemorySegment memory;
        try (Arena arena = Arena.ofConfined()) {
            memory = HugePages.allocate(arena, 1);
        }
        assertThatThrownBy(() -> memory.get(ValueLayout.JAVA_BYTE, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldSayThatThereIsNotThatMuch() {
        assertThatThrownBy(() -> HugePages.allocate(Arena.global(), 1L << 60))
                .isInstanceOf(NativeException.class)
                .hasMessageContaining("ENOMEM");
    }
}
