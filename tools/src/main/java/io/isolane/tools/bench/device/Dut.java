package io.isolane.tools.bench.device;

import io.isolane.tools.bench.tester.Line;
import io.isolane.tools.bench.tester.Restart;
import io.isolane.tools.bench.tester.Tester;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Device;
import java.util.List;
import java.util.Optional;

/** A device under test: what differs between one kind and another. Confined to the tester's thread. */
interface Dut extends AutoCloseable {
    /** What it is, and how it is set up. */
    Device describe();

    /** What the tester is connected to. */
    Line line();

    /** As {@link io.isolane.tools.bench.trial.TestBed#tags}. */
    List<Integer> tags(int from, int to);

    /** As {@link io.isolane.tools.bench.trial.TestBed#stations}. */
    AddressRange stations(int port, int count);

    /** As {@link io.isolane.tools.bench.trial.TestBed#deviceOf}. */
    default int deviceOf(int port) {
        return 0;
    }

    /** As {@link io.isolane.tools.bench.trial.TestBed#drains}. */
    boolean drains();

    /** As {@link io.isolane.tools.bench.trial.TestBed#forget}. */
    boolean forget(Tester tester) throws InterruptedException;

    /** A restart of the device to which {@code tester} is connected; empty if it cannot be restarted from here. */
    Optional<Restart> restart(Tester tester);

    /** Which of its ports has failed, and why; empty while all are well. */
    default String failure() {
        return "";
    }

    @Override
    void close();
}
