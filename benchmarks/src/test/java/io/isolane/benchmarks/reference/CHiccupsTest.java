package io.isolane.benchmarks.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.core.memory.RawMemory;
import io.isolane.tools.bench.machine.Hiccups;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The C reference's thread notes its lateness as every other watched thread does. */
class CHiccupsTest {
    private static final long BEGIN = 1_000_000_000;
    private static final int LONGEST_BITS = 34;

    @BeforeEach
    void requireCompiler() {
        Optional<String> missing = CCompiler.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }

    @Test
    void shouldCountEveryMicrosecondThatItWasLate() throws IOException {
        CLibrary library = CLibrary.of(Build.PLAIN);
        Hiccups hiccups = new Hiccups(BEGIN);
        SplittableRandom random = new SplittableRandom(1);
        try (Arena arena = Arena.ofConfined()) {
            long words = arena.allocate(SpinLayout.BYTES, 128).address();
            library.call("reference_look", words, BEGIN - 1);
            RawMemory.putLong(words + SpinLayout.WANTED, BEGIN);
            library.call("reference_look", words, BEGIN);
            long now = BEGIN;
            for (int turn = 0; turn < 1_000; turn++) {
                now += random.nextLong(turn == 500 ? 1L << LONGEST_BITS : 1L << random.nextInt(20));
                library.call("reference_look", words, now);
                hiccups.observe(now);
            }

            assertThat(CThread.lateness(words)).isEqualTo(hiccups.lateness());
            assertThat(RawMemory.getLong(words + SpinLayout.OPEN)).isEqualTo(BEGIN);
            assertThat(RawMemory.getLong(words + SpinLayout.LOOKED)).isEqualTo(now);
        }
    }

    @Test
    void shouldCountNothingWhileNobodyWatches() throws IOException {
        CLibrary library = CLibrary.of(Build.PLAIN);
        try (Arena arena = Arena.ofConfined()) {
            long words = arena.allocate(SpinLayout.BYTES, 128).address();
            library.call("reference_look", words, BEGIN);
            library.call("reference_look", words, 2 * BEGIN);

            assertThat(CThread.lateness(words).getTotalCount()).isZero();
            assertThat(RawMemory.getLong(words + SpinLayout.LOOKED)).isEqualTo(2 * BEGIN);
        }
    }
}
