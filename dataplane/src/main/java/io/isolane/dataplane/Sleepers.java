package io.isolane.dataplane;

import io.isolane.dataplane.linux.Linux;
import io.isolane.dataplane.linux.NativeException;
import io.isolane.dataplane.worker.ParkSleeper;
import io.isolane.dataplane.worker.PollSleeper;
import io.isolane.dataplane.worker.Sleeper;
import java.io.UncheckedIOException;

/** The way to sleep on this system. */
final class Sleepers {
    private Sleepers() {}

    static Sleeper newSleeper() {
        if (!Linux.isAvailable()) {
            return new ParkSleeper();
        }
        try {
            return new PollSleeper();
        } catch (NativeException noFiles) {
            throw new UncheckedIOException(noFiles);
        }
    }
}
