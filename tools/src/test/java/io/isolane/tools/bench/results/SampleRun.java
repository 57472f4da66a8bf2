package io.isolane.tools.bench.results;

import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.results.Entry.Bound;
import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Device;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.StreamResult;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;

/**
 * A run as the suites write it, made up: throughput and search, latency, loss, and throughput with more addresses, of a few modes and lengths. The
 * same for the same arguments. Confined to its thread.
 */
public final class SampleRun {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final double CEILING = 21e6;
    private static final int ADDRESSES = 256;

    /** Values in each histogram of the log. */
    static final int LOGGED = 10_000;

    private final List<String> modes;
    private final List<FrameMix> frames;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<TrialResult>> logged = new LinkedHashMap<>();
    private final Random random = new Random(7);

    private SampleRun(List<String> modes, List<FrameMix> frames) {
        this.modes = List.copyOf(modes);
        this.frames = List.copyOf(frames);
    }

    /** A run of devices {@code isolane MODE}. */
    public static SampleRun of(List<String> modes, List<FrameMix> frames) {
        SampleRun run = new SampleRun(modes, frames);
        run.begin();
        for (FrameMix mix : run.frames) {
            run.entries.add(new Entry.SelfTest(mix.name(), CEILING, Percentiles.of(run.latencies(150, 20_000))));
            for (int i = 0; i < run.modes.size(); i++) {
                run.measure(run.device(i), mix, (12e6 - 0.6e6 * i) / (1 + mix.meanBytes() / 4000));
            }
        }
        run.entries.add(new Entry.End(true, 118.4));
        return run;
    }

    /** Three modes, two lengths and IMIX. */
    public static SampleRun usual() {
        return of(
                List.of("learning", "private-vlan", "shared-medium"),
                List.of(FrameMix.of(64), FrameMix.of(1518), FrameMix.IMIX));
    }

    /** The lines. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Writes the lines into a file and the histograms beside it. */
    public void write(Path file) throws IOException {
        try (ResultsWriter results = ResultsWriter.create(file, (Entry.Run) entries.getFirst())) {
            for (Entry entry : entries.subList(1, entries.size())) {
                results.write(entry);
            }
        }
        try (LatencyLog log = LatencyLog.create(LatencyLog.beside(file), "made up", START)) {
            for (Map.Entry<String, List<TrialResult>> each : logged.entrySet()) {
                for (TrialResult trial : each.getValue()) {
                    log.write(each.getKey(), trial, START);
                }
            }
        }
    }

    private void begin() {
        entries.add(new Entry.Run(
                Entry.SCHEMA,
                "rfc2544",
                "isolane bench rfc2544 --quick --mode " + String.join(" --mode ", modes) + " --out results/first",
                "quick",
                new Machine(
                        "lab-7",
                        "AMD EPYC 9B14 96-Core Processor",
                        2,
                        "Linux 6.18.5 amd64",
                        "OpenJDK 64-Bit Server VM 25.0.3+9-LTS",
                        List.of("-XX:+UseSerialGC"),
                        List.of("Copy", "MarkSweepCompact"),
                        "0.1.0",
                        "f634a24c0ffe",
                        START)));
    }

    private Device device(int mode) {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("version", "0.1.0");
        configuration.put("workers", "1");
        configuration.put("ring", "1024 frames");
        configuration.put("table", "131072 addresses");
        return new Device("isolane " + modes.get(mode), modes.get(mode), 2, configuration);
    }

    private void measure(Device device, FrameMix mix, double limit) {
        search(device, mix, limit);
        for (int addresses : new int[] {4096, 65536}) {
            double rate = limit / (1 + Math.log10(addresses / 256.0) / 4);
            throughput(device, mix, addresses, rate * 0.99, rate, List.of());
        }
        for (double load : new double[] {1, 0.9, 0.5, 0.1}) {
            latency(device, mix, limit, load);
        }
        loss(device, mix, limit);
    }

    private void search(Device device, FrameMix mix, double limit) {
        double low = 0;
        double high = CEILING;
        for (double rate = high; high - low > 0.01 * high; rate = (low + high) / 2) {
            double loss = rate <= limit ? 0 : 1 - limit / rate;
            low = loss == 0 ? rate : low;
            high = loss == 0 ? high : rate;
            List<Bound> bounds =
                    List.of(new Bound("throughput", low == 0 ? null : low, rate == CEILING && loss == 0 ? null : high));
            TrialResult trial = trial(mix, rate, loss, 600, 1_000);
            entries.add(Entry.Trial.of("rfc2544/throughput", device, ADDRESSES, 1, trial, bounds, "throughput search"));
        }
        throughput(
                device,
                mix,
                ADDRESSES,
                low,
                high,
                List.of("A binary search that ends when its bounds are within 1 %."));
    }

    private void throughput(Device device, FrameMix mix, int addresses, double low, double high, List<String> remarks) {
        List<Value> values = List.of(new Value("throughput", null, "frames/s", low, low, high));
        entries.add(new Entry.Result("rfc2544/throughput", device, mix.name(), addresses, 1, values, remarks, null));
    }

    private void latency(Device device, FrameMix mix, double limit, double load) {
        String tag = LatencyLog.tag("rfc2544/latency", device.name(), mix.name(), load);
        TrialResult trial = trial(mix, load * limit, 0, 400 + 900 * load * load, LOGGED);
        entries.add(Entry.Trial.of("rfc2544/latency", device, ADDRESSES, 1, trial, List.of(), "latency, 1 of 1"));
        logged.computeIfAbsent(tag, key -> new ArrayList<>()).add(trial);
        List<Value> values = new ArrayList<>();
        Percentiles.of(trial.latency())
                .forEach((name, nanos) -> values.add(new Value(name, load, "ns", nanos, null, null)));
        entries.add(new Entry.Result(
                "rfc2544/latency", device, mix.name(), ADDRESSES, 1, values, List.of("Every frame timed."), tag));
    }

    private void loss(Device device, FrameMix mix, double limit) {
        List<Value> values = new ArrayList<>();
        for (int step = 10; step > 2; step--) {
            double load = step / 10.0;
            double loss = Math.max(0, 1 - limit / (load * CEILING));
            values.add(new Value("frame loss", load, "%", 100 * loss, null, null));
        }
        entries.add(new Entry.Result("rfc2544/frame-loss", device, mix.name(), ADDRESSES, 1, values, List.of(), null));
    }

    private TrialResult trial(FrameMix mix, double rate, double loss, double nanos, int timed) {
        Stream stream = Stream.of(0, 1, AddressRange.of(0x020000000001L), AddressRange.of(0x020000000002L));
        TrialSpec spec = TrialSpec.lasting(Duration.ofMillis(500), List.of(stream), mix, rate);
        long received = Math.round(spec.count() * (1 - loss));
        return new TrialResult(
                spec,
                List.of(new StreamResult(spec.count(), spec.count(), spec.count(), received, 0, 0, 0)),
                0.5,
                0.5,
                loss == 0 ? 0 : 0.4,
                latencies(nanos, timed),
                latencies(60, timed),
                latencies(80, timed),
                0);
    }

    /** Around a middle, with a long tail. */
    private Histogram latencies(double middle, int count) {
        Histogram histogram = new Histogram(3);
        for (int i = 0; i < count; i++) {
            double tail = i % 500 == 0 ? 40 * Math.exp(1.2 * Math.abs(random.nextGaussian())) : 1;
            histogram.recordValue(Math.round(middle * Math.exp(0.25 * random.nextGaussian()) * tail));
        }
        return histogram;
    }
}
