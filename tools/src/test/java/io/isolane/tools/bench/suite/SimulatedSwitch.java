package io.isolane.tools.bench.suite;

import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Defect;
import io.isolane.tools.bench.trial.Device;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A switch that is arithmetic: one server with a queue, and a table. What tests plant in it they must find. Time is that of the frames, so that trials of
 * minutes take as long as their frames take to count. Confined to its thread.
 */
public final class SimulatedSwitch implements TestBed {
    final Map<Long, Integer> table = new HashMap<>();
    final int ports;
    double capacity = 1_370_000;
    double senderRate = 10_000_000;
    int buffer = 512;
    int portBuffer = 64;
    int tableSize = 8192;
    double learningRate = 1e9;
    double recovery;
    boolean hasHeadOfLineBlocking;
    boolean isForgetful = true;
    boolean isSilent;
    boolean isDoubling;
    boolean isReordering;
    boolean isFlooding;
    boolean isDropping;
    boolean hasLineRates = true;
    final Set<Defect> leaks = EnumSet.noneOf(Defect.class);
    private Set<Integer> isolated = Set.of();
    private int devices = 1;
    private Duration outage = Duration.ZERO;
    private Duration elapsed = Duration.ZERO;
    private int trials;
    private int mostTrials = Integer.MAX_VALUE;

    /** A switch with nothing wrong. */
    public SimulatedSwitch(int ports) {
        this.ports = ports;
    }

    /** Frames a second that it forwards, all ports together. */
    public SimulatedSwitch withCapacity(double framesPerSecond) {
        capacity = framesPerSecond;
        return this;
    }

    /** Frames a second that its tester sends at most. */
    public SimulatedSwitch withSenderRate(double framesPerSecond) {
        senderRate = framesPerSecond;
        return this;
    }

    /** Frames that may wait in it. */
    public SimulatedSwitch withBuffer(int frames) {
        buffer = frames;
        return this;
    }

    /** Stations that it knows at most. */
    public SimulatedSwitch withTable(int stations) {
        tableSize = stations;
        return this;
    }

    /** Addresses a second that it learns. */
    public SimulatedSwitch withLearningRate(double addressesPerSecond) {
        learningRate = addressesPerSecond;
        return this;
    }

    /** Loses every tenth frame for so many seconds after its buffer was full. */
    public SimulatedSwitch withRecovery(double seconds) {
        recovery = seconds;
        return this;
    }

    /** A full port holds up frames to the others. */
    public SimulatedSwitch withHeadOfLineBlocking() {
        hasHeadOfLineBlocking = true;
        return this;
    }

    /** Its tester cannot empty its table. */
    public SimulatedSwitch withoutForgetting() {
        isForgetful = false;
        return this;
    }

    /** Its tester cannot hold a port to a line rate. */
    public SimulatedSwitch withoutLineRates() {
        hasLineRates = false;
        return this;
    }

    /** Forwards nothing. */
    public SimulatedSwitch silent() {
        isSilent = true;
        return this;
    }

    /** Sends each frame twice. */
    public SimulatedSwitch doubling() {
        isDoubling = true;
        return this;
    }

    /** Lets each hundredth frame come late. */
    public SimulatedSwitch reordering() {
        isReordering = true;
        return this;
    }

    /** Learns nothing and sends every frame to every port. */
    public SimulatedSwitch flooding() {
        isFlooding = true;
        tableSize = 0;
        return this;
    }

    /** Drops frames to stations that it does not know. */
    public SimulatedSwitch dropping() {
        isDropping = true;
        return this;
    }

    /** Forwards frames with this defect. */
    public SimulatedSwitch leaking(Defect defect) {
        leaks.add(defect);
        return this;
    }

    /** These ports never talk to each other. */
    public SimulatedSwitch isolating(Integer... ports) {
        isolated = Set.of(ports);
        return this;
    }

    /** Its ports are shared out among so many devices. */
    public SimulatedSwitch withDevices(int count) {
        devices = count;
        return this;
    }

    /** Forwards nothing for so long when it restarts. */
    public SimulatedSwitch withOutage(Duration time) {
        outage = time;
        return this;
    }

    /** Its tester is interrupted in the trial after so many. */
    public SimulatedSwitch interruptedAfter(int finished) {
        mostTrials = finished;
        return this;
    }

    /** The time of all trials, and of the pauses between them. */
    public Duration elapsed() {
        return elapsed;
    }

    /** Trials that were run. */
    public int trials() {
        return trials;
    }

    @Override
    public Device device() {
        return new Device("simulated", "-", ports, Map.of());
    }

    @Override
    public int ports() {
        return ports;
    }

    @Override
    public List<Integer> tags(int from, int to) {
        return from == to || (isolated.contains(from) && isolated.contains(to)) ? List.of() : List.of(0);
    }

    @Override
    public int deviceOf(int port) {
        return port * devices / ports;
    }

    @Override
    public boolean drains() {
        return hasLineRates;
    }

    @Override
    public void rest(Duration duration) {
        elapsed = elapsed.plus(duration);
    }

    @Override
    public Optional<String> learn(List<Stream> streams) {
        int missing = 0;
        int all = 0;
        for (Stream stream : streams) {
            all += stream.sources().count();
            missing += learn(stream.sources(), stream.vid(), stream.from());
            for (int port : stream.to().size() == 1 ? stream.to() : List.<Integer>of()) {
                all += stream.destinations().count();
                missing += learn(stream.destinations(), stream.vid(), port);
            }
        }
        return missing == 0 ? Optional.empty() : Optional.of(missing + " of " + all + " addresses were not learnt");
    }

    @Override
    public TrialResult run(TrialSpec spec) throws InterruptedException {
        if (trials == mostTrials) {
            throw new InterruptedException();
        }
        trials++;
        elapsed = elapsed.plus(spec.duration());
        return new Simulation(this, spec).run();
    }

    @Override
    public boolean forget() {
        if (isForgetful) {
            table.clear();
        }
        return isForgetful;
    }

    @Override
    public Optional<Duration> reset(TrialSpec load) {
        return outage.isZero() ? Optional.empty() : Optional.of(outage);
    }

    @Override
    public void close() {}

    private int learn(AddressRange range, int vid, int port) {
        int missing = 0;
        for (int i = 0; i < range.count(); i++) {
            missing += learn(range.at(i), vid, port) ? 0 : 1;
        }
        return missing;
    }

    boolean learn(long mac, int vid, int port) {
        long key = (long) vid << 48 | mac;
        if (!table.containsKey(key) && table.size() >= tableSize) {
            return false;
        }
        table.put(key, port);
        return true;
    }
}
