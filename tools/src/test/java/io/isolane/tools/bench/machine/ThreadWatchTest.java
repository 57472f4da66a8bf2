package io.isolane.tools.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ThreadWatchTest {
    private final AtomicLong time = new AtomicLong(1_000_000);
    private final ThreadWatch watch = new ThreadWatch(time::get);

    @Test
    void shouldNoteAPauseOfTheThreadThatItBelongsTo() throws InterruptedException {
        try (Spinner spinner = new Spinner()) {
            watch.begin();
            spinner.turn();
            time.addAndGet(5_000_000);
            spinner.turn();
            Histogram lateness = watch.end();

            assertThat(lateness.getMaxValue()).isBetween(4_990_000L, 5_010_000L);
            assertThat(lateness.getTotalCount()).isEqualTo(5_000);
        }
    }

    @Test
    void shouldNoteAPauseThatHasNotEndedWhenTheWatchDoes() throws InterruptedException {
        try (Spinner spinner = new Spinner()) {
            watch.begin();
            spinner.turn();
            time.addAndGet(3_000_000);
            Histogram lateness = watch.end();

            assertThat(lateness.getMaxValue()).isBetween(2_990_000L, 3_010_000L);
        }
    }

    @Test
    void shouldNoteNothingBetweenTwoWatches() throws InterruptedException {
        try (Spinner spinner = new Spinner()) {
            watch.begin();
            spinner.turn();
            watch.end();
            time.addAndGet(9_000_000);
            spinner.turn();
            watch.begin();
            spinner.turn();

            assertThat(watch.end().getTotalCount()).isZero();
            assertThat(watch.looked()).isEqualTo(time.get());
        }
    }

    /** Looks at the clock all the time, but for the moment in which a test lets the clock leap. */
    private final class Spinner implements AutoCloseable {
        private final AtomicBoolean stopped = new AtomicBoolean();
        private volatile CountDownLatch asked = new CountDownLatch(2);

        Spinner() {
            Thread.ofPlatform().daemon().start(this::spin);
        }

        void turn() throws InterruptedException {
            CountDownLatch turns = new CountDownLatch(2);
            asked = turns;
            turns.await();
        }

        @Override
        public void close() {
            stopped.set(true);
        }

        private void spin() {
            while (!stopped.get()) {
                CountDownLatch turn = asked;
                watch.nanoTime();
                turn.countDown();
            }
        }
    }
}
