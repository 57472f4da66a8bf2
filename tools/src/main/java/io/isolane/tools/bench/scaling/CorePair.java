package io.isolane.tools.bench.scaling;

import io.isolane.dataplane.linux.Affinity;
import io.isolane.dataplane.linux.NativeException;
import io.isolane.tools.bench.machine.RoundTrip;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The two cores that workers are kept on. Immutable.
 *
 * @param first that of the first worker, and of the only one
 * @param second that of the other
 */
record CorePair(int first, int second) {
    private static final Duration TIME = Duration.ofMillis(100);

    /** Why threads cannot be kept there; empty if they can. */
    Optional<String> refusal() {
        return CompletableFuture.supplyAsync(
                        () -> pin(0).or(() -> pin(1)),
                        trial -> Thread.ofPlatform().start(trial))
                .join();
    }

    /** Keeps the calling thread on the core of a worker; if that is refused, leaves it where it is and says why. */
    Optional<String> pin(int worker) {
        try {
            Affinity.pin(worker == 0 ? first : second);
            return Optional.empty();
        } catch (NativeException | UnsupportedOperationException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /** Nanoseconds that a cache line takes to the other core and back, now. */
    double roundTripNanos() {
        return RoundTrip.median(TIME, () -> pin(0), () -> pin(1));
    }
}
