package io.isolane.benchmarks.latency;

import io.isolane.benchmarks.reference.Contender;
import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.machine.Pinning;
import io.isolane.tools.bench.report.Figures;
import io.isolane.tools.bench.report.MachineLines;
import io.isolane.tools.bench.report.Paragraph;
import io.isolane.tools.bench.rig.Scenario;
import io.isolane.tools.terminal.Bounds;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A program of its own: the latency of Isolane beside that of the C reference. */
@Command(
        name = "latency",
        description = "Measures how long a frame takes through Isolane, through the same in C and through no switch.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The three take turns. A thread sends known unicast between four ports at a",
            "steady rate and takes it again, another moves it; every frame is timed from the",
            "moment it was due. Both threads are kept on a processor each where the system",
            "lets us, and between these a cache line is sent to and fro before each turn.",
            "",
            "Exit codes: 0 measured, 1 it cannot be measured here, 2 the command line is",
            "wrong.",
        })
public final class LatencyCommand implements Callable<Integer> {
    private static final int MEASURED = 0;
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rate",
            paramLabel = "FPS",
            defaultValue = "1000000",
            description = "Frames a second, from 1000 to 10000000. Default: 1000000.")
    private int rate;

    @Option(names = "--turns", paramLabel = "N", defaultValue = "9", description = "Turns, 1 to 99. Default: 9.")
    private int turns;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "2",
            description = "Seconds of each measurement, 0.01 to 60. Default: 2.")
    private double seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seconds before each, 0.01 to 60; a turn that is not counted comes to it. Default: 1.")
    private double warmUp;

    @Option(
            names = "--frame-size",
            paramLabel = "BYTES",
            defaultValue = "64",
            description = "Length of the frames without FCS, from 60 to 9216. Default: 64.")
    private int frameSize;

    @Option(
            names = "--addresses",
            paramLabel = "N",
            defaultValue = "256",
            description = "Stations that talk to each other, from 6 to 1048576. Default: 256.")
    private int addresses;

    @Option(
            names = "--cores",
            paramLabel = "N",
            split = ",",
            description = "Two processors, of the sender and of the switch. Default: the last two.")
    private List<Integer> cores = new ArrayList<>();

    /** Created by the command line. */
    public LatencyCommand() {}

    /** Runs it and exits with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LatencyCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        Bounds.require(spec, "--rate", rate, 1_000, 10_000_000);
        Bounds.require(spec, "--turns", turns, 1, 99);
        Bounds.require(spec, "--seconds", seconds, 0.01, 60);
        Bounds.require(spec, "--warm-up", warmUp, 0.01, 60);
        Bounds.require(spec, "--frame-size", frameSize, 60, 9_216);
        Bounds.require(spec, "--addresses", addresses, 6, 1 << 20);
        Machine machine = Machine.here();
        Pinning pinning = pinning();
        if (machine.cores() < 2) {
            tell("this machine has one core: latency between two threads cannot be measured on it");
            return FAILED;
        }
        try {
            measure(machine, pinning);
            return MEASURED;
        } catch (IOException failure) {
            tell(String.valueOf(failure.getMessage()));
            return FAILED;
        }
    }

    private void measure(Machine machine, Pinning pinning) throws IOException {
        Optional<String> missing = Contender.missing();
        List<Subject> subjects =
                missing.isEmpty() ? List.of(Subject.values()) : List.of(Subject.NO_SWITCH, Subject.ISOLANE);
        Scenario scenario =
                Scenario.of(IsolationMode.LEARNING).withFrameLength(frameSize).withAddresses(addresses);
        Match match = new Match(subjects, scenario, pinning, rate, duration(seconds), duration(warmUp));
        match.turn(subject -> progress("warming up", subject));
        List<Map<Subject, Turn>> results = new ArrayList<>();
        for (int i = 1; i <= turns; i++) {
            String turn = "turn " + i + " of " + turns;
            results.add(match.turn(subject -> progress(turn, subject)));
        }
        say(MachineLines.of(machine));
        say(List.of("threads " + pinning));
        say(conditions(scenario));
        missing.ifPresent(why -> say(Paragraph.wrap("", "Without C: " + why + ".")));
        say(List.of(""));
        say(MatchText.lines(results));
    }

    private List<String> conditions(Scenario scenario) {
        return Paragraph.wrap(
                "",
                "Frames of " + frameSize + " bytes (without FCS) between " + scenario.ports() + " ports and "
                        + addresses + " stations, " + Figures.trimmed(rate / 1e6) + " Mpps for "
                        + Figures.trimmed(seconds) + " s in each of " + turns
                        + " turns. Late: the sending thread and the one between the ports in the same seconds, for"
                        + " something due every microsecond, a turn of their loops included.");
    }

    private Pinning pinning() {
        if (cores.isEmpty()) {
            return Pinning.ofTwo();
        }
        if (cores.size() != 2) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--cores': name two, such as 2,3");
        }
        try {
            return Pinning.of(cores.getFirst(), cores.getLast());
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--cores': " + unusable.getMessage(), unusable);
        }
    }

    private static Duration duration(double time) {
        return Duration.ofNanos(Math.round(time * 1e9));
    }

    private void progress(String what, Subject subject) {
        tell(what + ": " + subject.label());
    }

    private void say(List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }

    private void tell(String what) {
        PrintWriter errors = spec.commandLine().getErr();
        errors.println("latency: " + what);
        errors.flush();
    }
}
