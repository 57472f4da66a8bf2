package io.isolane.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PollSetTest {
    private static final long LONG_ENOUGH = TimeUnit.SECONDS.toNanos(20);

    private final List<EventFd> events = new ArrayList<>();

    @BeforeEach
    void requireLinux() {
        Assumptions.assumeTrue(Linux.isAvailable(), "poll sets need Linux");
    }

    @AfterEach
    void closeAll() {
        events.forEach(EventFd::close);
    }

    @Test
    void shouldSleepUntilTheTimeIsOver() throws IOException {
        PollSet files = new PollSet();
        files.add(event().file());
        long before = System.nanoTime();
        assertThat(files.await(3_000_000)).isZero();
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(3_000_000);
    }

    @Test
    void shouldWakeForASignalFromAnotherThread() throws Exception {
        EventFd quiet = event();
        EventFd loud = event();
        PollSet files = new PollSet();
        files.add(quiet.file());
        files.add(loud.file());
        Thread signaller = Thread.ofPlatform().start(loud::signal);
        assertThat(files.await(LONG_ENOUGH)).isEqualTo(1);
        assertThat(files.isReady(loud.file())).isTrue();
        assertThat(files.isReady(quiet.file())).isFalse();
        signaller.join();
    }

    @Test
    void shouldSleepAgainOnceSignalsAreDrained() throws IOException {
        EventFd event = event();
        PollSet files = new PollSet();
        files.add(event.file());
        event.signal();
        event.signal();
        assertThat(files.await(0)).isEqualTo(1);
        assertThat(event.drain()).isTrue();
        assertThat(event.drain()).as("signals add up to one").isFalse();
        assertThat(files.await(0)).isZero();
    }

    @Test
    void shouldForgetWhatIsRemovedAndKeepTheRest() throws IOException {
        PollSet files = new PollSet();
        for (int i = 0; i < 20; i++) {
            files.add(event().file());
        }
        events.forEach(EventFd::signal);
        assertThat(files.await(0)).isEqualTo(20);
        for (EventFd event : events.subList(0, 19)) {
            assertThat(files.remove(event.file())).isTrue();
        }
        assertThat(files.remove(events.getFirst().file())).isFalse();
        assertThat(files.size()).isEqualTo(1);
        assertThat(files.await(0)).isEqualTo(1);
        assertThat(files.isReady(events.getLast().file())).isTrue();
    }

    private EventFd event() throws IOException {
        EventFd event = new EventFd();
        events.add(event);
        return event;
    }
}
