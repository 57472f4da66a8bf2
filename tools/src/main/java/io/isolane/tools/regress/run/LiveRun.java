package io.isolane.tools.regress.run;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.fork.Slot;
import io.isolane.tools.regress.gate.Design;
import io.isolane.tools.regress.gate.Gate;
import io.isolane.tools.regress.gate.GateListener;
import io.isolane.tools.regress.gate.MachineSpeed;
import io.isolane.tools.regress.jmh.JmhForks;
import io.isolane.tools.regress.jmh.JmhJar;
import io.isolane.tools.regress.jmh.JmhSettings;
import io.isolane.tools.regress.level.Level;
import io.isolane.tools.regress.machine.Facts;
import io.isolane.tools.regress.machine.Fingerprint;
import io.isolane.tools.regress.machine.Ruler;
import io.isolane.tools.regress.machine.RulerReading;
import io.isolane.tools.regress.result.RunFile;
import io.isolane.tools.regress.result.RunResult;
import io.isolane.tools.regress.result.RunResult.Measured;
import io.isolane.tools.regress.subject.Subject;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Side;
import io.isolane.tools.regress.verdict.Verdict;
import io.isolane.tools.version.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of the gate with real JVMs: the ruler before each fork, every fork kept in the file as soon as it ended. One thread; any may stop it. */
final class LiveRun implements GateListener {
    private final Design design;
    private final Level level;
    private final String baselineId;
    private final JmhSettings settings;
    private final long seed;
    private final Measured baseline;
    private final Measured candidate;
    private final Fingerprint baselineMachine;
    private final Fingerprint candidateMachine;
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Ruler ruler = new Ruler();
    private final List<RulerReading> readings = new ArrayList<>();
    private final List<String> purposes = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final JmhForks forks;
    private final Gate gate;
    private final Optional<Path> out;
    private final PrintWriter progress;
    private volatile boolean isStopped;

    /** @throws IOException if no JVM starts with a side's arguments */
    LiveRun(
            RunOptions options,
            Level level,
            long seed,
            Subject baseline,
            Subject candidate,
            Path directory,
            Optional<Path> out,
            PrintWriter progress)
            throws IOException {
        baselineMachine = Facts.here(options.baselineJvm());
        candidateMachine = Facts.here(options.candidateJvm());
        List<String> differences = baselineMachine.differences(candidateMachine);
        if (!differences.isEmpty()) {
            remarks.add("The JVMs of both sides are unlike, as was asked: " + String.join("; ", differences) + ".");
        }
        design = options.design();
        this.level = level;
        baselineId = baseline.id();
        settings = options.settings();
        this.seed = seed;
        this.baseline = new Measured(baseline.name(), baseline.sha256(), options.baselineJvm());
        this.candidate = new Measured(candidate.name(), candidate.sha256(), options.candidateJvm());
        this.out = out;
        this.progress = progress;
        options.missingCounters()
                .ifPresent(why -> remarks.add("Instructions for an operation are not compared: " + why + "."));
        forks = new JmhForks(
                Map.of(
                        Role.BASELINE, new JmhJar(baseline.jar(), options.baselineJvm()),
                        Role.CANDIDATE, new JmhJar(candidate.jar(), options.candidateJvm())),
                settings,
                directory);
        gate = new Gate(design, seed, this::measured, this);
    }

    /**
     * Runs to a verdict, or until it is stopped.
     *
     * @throws IOException if a fork failed or the file cannot be written
     */
    RunResult run() throws IOException {
        try {
            gate.run();
        } catch (IOException failure) {
            if (!isStopped) {
                throw failure;
            }
            remarks.add("Interrupted after " + gate.forks().size() + " forks.");
        }
        readings.add(ruler.read(gate.forks().size()));
        RunResult result = result(!isStopped);
        if (out.isPresent()) {
            RunFile.write(result, out.get());
        }
        return result;
    }

    /** Ends the fork that runs; the forks before it are kept. */
    void stop() {
        isStopped = true;
        forks.stop();
    }

    @Override
    public void onRound(String purpose, int count) {
        purposes.add(purpose);
        progress.printf("isolane regress: %s, %d forks%n", purpose, count);
        progress.flush();
    }

    @Override
    public void onFork(Fork fork) throws IOException {
        progress.printf(
                "isolane regress: fork %d, %s: %s%n",
                fork.slot().place() + 1,
                fork.slot().role().label(),
                Figures.of(fork.readings().getFirst()));
        progress.flush();
        if (out.isPresent()) {
            RunFile.write(result(false), out.get());
        }
    }

    private Fork measured(Slot slot) throws IOException {
        readings.add(ruler.read(slot.place()));
        return forks.run(slot);
    }

    private RunResult result(boolean isFinished) {
        return new RunResult(
                RunResult.SCHEMA,
                RunResult.VERSION,
                Version.build() + " " + Version.commit(),
                started,
                isFinished,
                seed,
                design,
                settings,
                baseline,
                candidate,
                candidateMachine,
                readings,
                purposes,
                gate.forks(),
                comparison(isFinished));
    }

    private Comparison comparison(boolean isFinished) {
        MachineSpeed speed = new MachineSpeed(readings, gate.forks(), design.threshold());
        List<Judgement> judgements = gate.judgements().stream()
                .map(speed::weigh)
                .map(judgement -> level.weigh(judgement, baselineId, design.threshold()))
                .map(judgement -> isFinished || judgement.verdict() == Verdict.INCONCLUSIVE
                        ? judgement
                        : judgement.with(Verdict.INCONCLUSIVE, "interrupted before the end"))
                .toList();
        Stream<String> accepted = judgements.stream()
                .filter(judgement -> level.excuses(judgement, baselineId))
                .map(judgement -> judgement.metric().label() + ": " + judgement.reason() + ".");
        List<String> said = Stream.of(remarks.stream(), accepted, speed.remarks().stream())
                .flatMap(each -> each)
                .toList();
        return new Comparison(
                side(baseline, baselineMachine, Role.BASELINE),
                side(candidate, candidateMachine, Role.CANDIDATE),
                design.threshold(),
                judgements,
                said);
    }

    private Side side(Measured measured, Fingerprint machine, Role role) {
        Set<Integer> places = gate.forks().stream()
                .map(Fork::slot)
                .filter(slot -> slot.role() == role)
                .map(Slot::place)
                .collect(Collectors.toSet());
        List<Double> nanos = readings.stream()
                .filter(reading -> places.contains(reading.place()))
                .map(reading -> (double) reading.computeNanos())
                .toList();
        return new Side(measured.name(), machine, nanos);
    }
}
