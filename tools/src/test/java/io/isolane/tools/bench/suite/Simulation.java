package io.isolane.tools.bench.suite;

import io.isolane.core.frame.MacAddress;
import io.isolane.tools.bench.trial.Defect;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.StreamResult;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** One trial of a simulated switch, frame by frame. Confined to its thread. */
final class Simulation {
    private static final double EPSILON = 1e-12;
    private static final int LATE = 100;

    private final SimulatedSwitch device;
    private final TrialSpec spec;
    private final double[] credit;
    private final long[] sent;
    private final long[] received;
    private final long[] duplicates;
    private final long[] reordered;
    private final long[] misdirected;
    private final double[] portBusyUntil;
    private final Histogram latency = new Histogram(3);
    private double busyUntil;
    private double due;
    private double lastOverflow = Double.NEGATIVE_INFINITY;
    private double lastAdmission;
    private double lastLoss;
    private double lastLearnt = Double.NEGATIVE_INFINITY;
    private double firstArrival = Double.NaN;
    private double lastArrival;

    Simulation(SimulatedSwitch device, TrialSpec spec) {
        this.device = device;
        this.spec = spec;
        int streams = spec.streams().size();
        this.credit = new double[streams];
        this.sent = new long[streams];
        this.received = new long[streams];
        this.duplicates = new long[streams];
        this.reordered = new long[streams];
        this.misdirected = new long[streams];
        this.portBusyUntil = new double[device.ports];
    }

    TrialResult run() {
        double shares = spec.streams().stream().mapToDouble(Stream::share).sum();
        for (long frame = 0; frame < spec.count(); frame++) {
            double time = time(frame);
            due = due(frame);
            int stream = nextStream(shares);
            boolean arrived = forward(stream, sent[stream]++, frame, time);
            lastLoss = arrived ? lastLoss : time;
        }
        return result();
    }

    /** When the tester sends a frame: no sooner than it can. */
    private double time(long frame) {
        return Math.max(frame / device.senderRate, due(frame));
    }

    private double due(long frame) {
        return Double.isInfinite(spec.rate()) ? frame / device.senderRate : spec.seconds(frame);
    }

    /** The stream that is furthest behind its share. */
    private int nextStream(double shares) {
        int best = 0;
        for (int i = 0; i < credit.length; i++) {
            credit[i] += spec.streams().get(i).share() / shares;
            best = credit[i] > credit[best] + EPSILON ? i : best;
        }
        credit[best]--;
        return best;
    }

    /** Whether the frame arrived wherever it belongs. */
    private boolean forward(int index, long number, long frame, double time) {
        Stream stream = spec.streams().get(index);
        if (device.isSilent) {
            return false;
        }
        if (stream.defect() != Defect.NONE && !device.leaks.contains(stream.defect())) {
            return true;
        }
        if (!admit(frame, time)) {
            return false;
        }
        learn(stream, stream.sources().at(number), time);
        boolean isWhole = true;
        for (int port : exits(stream, stream.destinations().at(number))) {
            isWhole &= deliver(index, port, number) || !stream.to().contains(port);
        }
        return isWhole;
    }

    private boolean admit(long frame, double time) {
        double waiting = (busyUntil - time) * device.capacity;
        if (waiting > device.buffer - 1 + EPSILON * device.capacity) {
            lastOverflow = time;
            return false;
        }
        boolean isRecovering = time - lastOverflow < device.recovery;
        lastOverflow = isRecovering && (time - lastAdmission) * device.capacity < 1 ? time : lastOverflow;
        lastAdmission = time;
        if (isRecovering && frame % 10 == 0) {
            return false;
        }
        busyUntil = Math.max(busyUntil, time) + 1 / device.capacity;
        return true;
    }

    private void learn(Stream stream, long mac, double time) {
        boolean isKnown = Integer.valueOf(stream.from()).equals(device.table.get(key(stream, mac)));
        boolean isTooFast = time - lastLearnt < 1 / device.learningRate - EPSILON;
        if (!isKnown && !isTooFast && device.learn(mac, stream.vid(), stream.from())) {
            lastLearnt = time;
        }
    }

    private List<Integer> exits(Stream stream, long mac) {
        Integer known = MacAddress.isGroup(mac) ? null : device.table.get(key(stream, mac));
        if (known != null && !device.isFlooding) {
            return known == stream.from() ? List.of() : List.of(known);
        }
        if (device.isDropping && !MacAddress.isGroup(mac)) {
            return List.of();
        }
        List<Integer> ports = new ArrayList<>();
        for (int port = 0; port < device.ports; port++) {
            if (!device.tags(stream.from(), port).isEmpty()) {
                ports.add(port);
            }
        }
        return ports;
    }

    private static long key(Stream stream, long mac) {
        return (long) stream.vid() << 48 | mac;
    }

    /** Whether the port had room for the frame. */
    private boolean deliver(int index, int port, long number) {
        double done = busyUntil;
        Double rate = spec.drains().get(port);
        if (rate != null) {
            double room = portBusyUntil[port] - (device.portBuffer - 1) / rate;
            if (room > done + EPSILON && !device.hasHeadOfLineBlocking) {
                return false;
            }
            busyUntil = Math.max(busyUntil, room);
            portBusyUntil[port] = Math.max(portBusyUntil[port], busyUntil) + 1 / rate;
            done = portBusyUntil[port];
        }
        count(index, port, number);
        latency.recordValue(Math.round((done - due) * 1e9));
        firstArrival = Double.isNaN(firstArrival) ? done : firstArrival;
        lastArrival = Math.max(lastArrival, done);
        return true;
    }

    private void count(int index, int port, long number) {
        if (!spec.streams().get(index).to().contains(port)) {
            misdirected[index]++;
            return;
        }
        received[index]++;
        duplicates[index] += device.isDoubling ? 1 : 0;
        reordered[index] += device.isReordering && number % LATE == 0 ? 1 : 0;
    }

    private TrialResult result() {
        List<StreamResult> streams = new ArrayList<>();
        for (int i = 0; i < sent.length; i++) {
            streams.add(new StreamResult(
                    sent[i],
                    sent[i],
                    sent[i] * spec.streams().get(i).to().size(),
                    received[i],
                    duplicates[i],
                    reordered[i],
                    misdirected[i]));
        }
        double receiving = Double.isNaN(firstArrival) ? 0 : lastArrival - firstArrival;
        return new TrialResult(
                spec,
                streams,
                time(spec.count() - 1),
                receiving,
                lastLoss,
                latency,
                new Histogram(3),
                new Histogram(3),
                0);
    }
}
