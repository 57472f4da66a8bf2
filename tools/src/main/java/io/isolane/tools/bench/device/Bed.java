package io.isolane.tools.bench.device;

import io.isolane.tools.bench.tester.Tester;
import io.isolane.tools.bench.tester.TesterConfig;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Device;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.SystemNanoClock;

/** A tester and a device. Confined to its thread. */
final class Bed implements TestBed {
    private final Dut dut;
    private final Tester tester;

    /** Connects a tester to {@code dut}, which is closed with the bed. */
    Bed(Dut dut, TesterConfig config) {
        this.dut = dut;
        this.tester = new Tester(config, SystemNanoClock.INSTANCE, dut.line());
    }

    @Override
    public Device device() {
        return dut.describe();
    }

    @Override
    public int ports() {
        return dut.line().ports();
    }

    @Override
    public List<Integer> tags(int from, int to) {
        return from == to ? List.of() : dut.tags(from, to);
    }

    @Override
    public AddressRange stations(int port, int count) {
        return dut.stations(port, count);
    }

    @Override
    public int deviceOf(int port) {
        return dut.deviceOf(port);
    }

    @Override
    public boolean drains() {
        return dut.drains();
    }

    @Override
    public Optional<String> learn(List<Stream> streams) throws InterruptedException {
        return tester.learn(streams, this::vidBack);
    }

    /** @throws IllegalStateException if a port failed meanwhile: its interface was deleted, say */
    @Override
    public TrialResult run(TrialSpec spec) throws InterruptedException {
        TrialResult result = tester.run(spec);
        requireWell();
        return result;
    }

    @Override
    public boolean forget() throws InterruptedException {
        return dut.forget(tester);
    }

    @Override
    public Optional<Duration> reset(TrialSpec load) throws InterruptedException {
        var restart = dut.restart(tester);
        return restart.isPresent() ? tester.outage(load, restart.get()) : Optional.empty();
    }

    @Override
    public void close() {
        dut.close();
    }

    private void requireWell() {
        String failure = dut.failure();
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure);
        }
    }

    /** The tag of the way back: the one of this way where it goes there too, since two stations that talk are in one VLAN. */
    private int vidBack(Stream stream) {
        List<Integer> vids = dut.tags(stream.to().getFirst(), stream.from());
        return vids.isEmpty() || vids.contains(stream.vid()) ? stream.vid() : vids.getFirst();
    }
}
