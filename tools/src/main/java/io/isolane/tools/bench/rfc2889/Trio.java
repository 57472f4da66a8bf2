package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.trial.TestBed;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Ports for tests of learning (RFC 2889, 5.7): one that asks, one that is learnt at, and at least one that hears whether frames are flooded. Immutable.
 *
 * @param test port that sends to addresses which the device should know
 * @param learning port where those addresses are
 * @param listeners how many other ports hear a frame from the first to the second that is flooded
 * @param vid the tag of frames from the first to the second
 * @param vidBack the tag of frames back
 */
record Trio(int test, int learning, int listeners, int vid, int vidBack) {
    /** The first ports that will do; empty if there are none. */
    static Optional<Trio> of(TestBed bed) {
        return IntStream.range(0, bed.ports())
                .boxed()
                .flatMap(test -> IntStream.range(0, bed.ports())
                        .boxed()
                        .flatMap(learning -> between(bed, test, learning).stream()))
                .findFirst();
    }

    private static Optional<Trio> between(TestBed bed, int test, int learning) {
        List<Integer> back = bed.tags(learning, test);
        return back.isEmpty()
                ? Optional.empty()
                : bed.tags(test, learning).stream()
                        .filter(vid -> listeners(bed, test, learning, vid) > 0)
                        .findFirst()
                        .map(vid -> new Trio(
                                test,
                                learning,
                                listeners(bed, test, learning, vid),
                                vid,
                                back.contains(vid) ? vid : back.getFirst()));
    }

    private static int listeners(TestBed bed, int test, int learning, int vid) {
        return (int) IntStream.range(0, bed.ports())
                .filter(port -> port != learning && bed.tags(test, port).contains(vid))
                .count();
    }
}
