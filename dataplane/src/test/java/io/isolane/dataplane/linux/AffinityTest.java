package io.isolane.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AffinityTest {
    @BeforeEach
    void requireLinux() {
        Assumptions.assumeTrue(Linux.isAvailable(), "processors of a thread need Linux");
    }

    @Test
    void shouldKeepAThreadAndThoseThatItStartsOnOneProcessor() throws Exception {
        BitSet before = Affinity.allowed();
        BitSet last = only(before.length() - 1);

        BitSet[] confined = inThread(() -> {
            Affinity.confine(last);
            return new BitSet[] {Affinity.allowed(), inThread(Affinity::allowed)};
        });

        assertThat(confined).containsExactly(last, last);
        assertThat(Affinity.allowed()).isEqualTo(before);
    }

    @Test
    void shouldGiveAThreadItsProcessorsBack() throws Exception {
        BitSet all = Affinity.allowed();

        assertThat(inThread(() -> {
                    Affinity.confine(only(all.nextSetBit(0)));
                    Affinity.confine(all);
                    return Affinity.allowed();
                }))
                .isEqualTo(all);
    }

    @Test
    void shouldRefuseProcessorsThatThereAreNot() {
        assertThatThrownBy(() -> inThread(() -> {
                    Affinity.confine(only(60_000));
                    return true;
                }))
                .hasRootCauseInstanceOf(NativeException.class)
                .hasStackTraceContaining("cannot choose the processors {60000} on this thread: EINVAL");
    }

    private static BitSet only(int processor) {
        BitSet one = new BitSet();
        one.set(processor);
        return one;
    }

    private static <T> T inThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().start(task);
        return task.get();
    }
}
