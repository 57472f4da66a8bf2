package io.isolane.tools.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.dataplane.linux.Affinity;
import io.isolane.dataplane.linux.Linux;
import java.util.BitSet;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class PinningTest {
    @Test
    void shouldKeepEachThreadOnAProcessorOfItsOwn() throws Exception {
        assumeTrue(Linux.isAvailable() && Affinity.allowed().cardinality() > 1, "wants two processors of a Linux");
        Pinning pinning = Pinning.ofTwo();

        BitSet first = inThread(() -> {
            pinning.first();
            return Affinity.allowed();
        });
        BitSet second = inThread(() -> {
            pinning.second();
            return inThread(Affinity::allowed);
        });

        assertThat(first.cardinality()).isEqualTo(1);
        assertThat(second.cardinality()).isEqualTo(1);
        assertThat(pinning).hasToString("pinned to processors " + first.nextSetBit(0) + " and " + second.nextSetBit(0));
    }

    @Test
    void shouldLetAThreadGo() throws Exception {
        assumeTrue(Linux.isAvailable(), "wants Linux");
        Pinning pinning = Pinning.ofTwo();

        assertThat(inThread(() -> {
                    pinning.second();
                    pinning.release();
                    return Affinity.allowed();
                }))
                .isEqualTo(Affinity.allowed());
    }

    @Test
    void shouldLeaveThreadsAloneWhereItMayNotPinThem() {
        Pinning none = Pinning.none("a sandbox forbids it");

        none.first();
        none.second();
        none.release();

        assertThat(none).hasToString("not pinned: a sandbox forbids it");
    }

    @Test
    void shouldRefuseAProcessorThatThereIsNot() {
        assumeTrue(Linux.isAvailable(), "wants Linux");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinning.of(0, 60_000))
                .withMessageContaining("0 and 60000 are not two of the processors that this process may use: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pinning.of(-1, 0))
                .withMessageContaining("-1 and 0 are not two");
    }

    private static <T> T inThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().start(task);
        return task.get();
    }
}
