package io.isolane.dataplane.port.offload;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class InternetChecksumTest {
    @Test
    void shouldGiveTheSumOfRfc1071Section3() {
        assertThat(sum(
                        new byte[] {0x00, 0x01, (byte) 0xf2, 0x03, (byte) 0xf4, (byte) 0xf5, (byte) 0xf6, (byte) 0xf7},
                        0))
                .isEqualTo(0xddf2);
    }

    @Property(tries = 300)
    void shouldEqualTheSumOfSixteenBitWordsAtAnyAlignment(
            @ForAll @Size(max = 300) byte[] bytes, @ForAll @IntRange(max = 7) int alignment) {
        assertThat(sum(bytes, alignment)).isEqualTo(wordByWord(bytes));
    }

    @Property(tries = 300)
    void shouldReplaceAWordAsIfTheSumWereTakenAnew(
            @ForAll @Size(min = 4, max = 80) byte[] bytes, @ForAll @IntRange(max = 0xffff) int word) {
        int before = wordByWord(bytes);
        int removed = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        byte[] changed = bytes.clone();
        changed[2] = (byte) (word >>> 8);
        changed[3] = (byte) word;

        assertThat(InternetChecksum.replace(before, removed, word) % 0xffff).isEqualTo(wordByWord(changed) % 0xffff);
    }

    private static int sum(byte[] bytes, int alignment) {
        try (Arena arena = Arena.ofConfined()) {
            long address = arena.allocate(bytes.length + 8L, 8).address() + alignment;
            RawMemory.put(address, bytes);
            return InternetChecksum.sum(address, bytes.length);
        }
    }

    private static int wordByWord(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i += 2) {
            sum += (bytes[i] & 0xff) << 8 | (i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0);
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum;
    }
}
