package io.isolane.tools.bench.scaling;

import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.peers.peer.Cores;
import io.isolane.tools.bench.report.JsonReport;
import io.isolane.tools.terminal.Bounds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code isolane bench scaling}: what a second worker adds. */
@Command(
        name = "scaling",
        description = "Measures one worker and two, in turns, and how far apart their cores are.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Wants two idle cores. In each turn: one worker; two, and no frame crosses; two,",
            "and each does; two, and all cross one way. Each worker's thread makes, forwards",
            "and frees the frames of its own ports. Before and after each of them a cache",
            "line goes to and fro between the two cores.",
            "",
            "Keys of the JSON file: schema 1, machine, cores (first, second), pinned,",
            "windowSeconds, turns (alone, staying, crossing, oneWay: framesPerSecond,",
            "firstNanosPerFrame, lastNanosPerFrame, dropped; roundTripNanos; stayingToAlone,",
            "crossingToAlone), model (stayingNanos, handOverNanos, entryNanos, exitNanos,",
            "predictions: cores, stayingPerSecond, mixedPerSecond, handOverNanos).",
            "",
            "Exit codes: 0 measured, 1 there is one core, or the JSON file could not be",
            "written, 2 the command line is wrong, 130 interrupted.",
            "",
            "Examples:",
            "  isolane bench scaling",
            "  isolane bench scaling --turns 21 --cores 0,1 --json scaling.json"
        })
public final class ScalingCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec;

    @Option(names = "--turns", paramLabel = "N", defaultValue = "9", description = "Turns, 1 to 999. Default: 9.")
    private int turns;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "0.5",
            description = "Seconds of each measurement, 0.05 to 60. Default: 0.5.")
    private double seconds;

    @Option(
            names = "--cores",
            paramLabel = "A,B",
            split = ",",
            description = "The cores that workers are kept on. Default: the last two that may be used.")
    private List<Integer> cores = new ArrayList<>();

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the same figures as JSON.")
    private @Nullable Path json;

    /** Created by the command line. */
    public ScalingCommand() {}

    @Override
    public Integer call() {
        Bounds.require(spec, "--turns", turns, 1, 999);
        Bounds.require(spec, "--seconds", seconds, 0.05, 60);
        PrintWriter errors = spec.commandLine().getErr();
        List<Integer> usable = usable();
        if (usable.size() < 2) {
            say(errors, "two workers want two cores, and this process may use one");
            return FAILED;
        }
        try {
            ScalingReport report = measure(chosen(usable), errors);
            PrintWriter out = spec.commandLine().getOut();
            ScalingText.lines(report).forEach(out::println);
            out.flush();
            if (json != null) {
                JsonReport.write(report, json);
            }
            return 0;
        } catch (IOException unwritable) {
            say(errors, "cannot write to " + json + ": " + unwritable.getMessage());
            return FAILED;
        } catch (InterruptedException stopped) {
            return INTERRUPTED;
        }
    }

    private ScalingReport measure(CorePair pair, PrintWriter errors) throws InterruptedException {
        Machine machine = Machine.here();
        Optional<String> refusal = pair.refusal();
        refusal.ifPresent(why -> say(errors, why + "; workers run where the system puts them"));
        Duration window = Duration.ofMillis(Math.round(seconds * 1e3));
        List<Turn> taken = new Turns(pair, window, phase -> say(errors, phase)).take(turns);
        return new ScalingReport(
                ScalingReport.SCHEMA,
                machine,
                pair,
                refusal.isEmpty(),
                window.toMillis() / 1e3,
                taken,
                CostModel.of(taken));
    }

    private CorePair chosen(List<Integer> usable) {
        if (cores.isEmpty()) {
            return new CorePair(usable.get(usable.size() - 2), usable.getLast());
        }
        if (cores.size() != 2 || cores.get(0).equals(cores.get(1)) || !usable.containsAll(cores)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--cores': " + cores + " are not two of " + usable
                            + ", which this process may use");
        }
        return new CorePair(cores.get(0), cores.get(1));
    }

    /** Where that cannot be asked, threads cannot be kept anywhere either: then they have no more than a number. */
    private static List<Integer> usable() {
        try {
            return Cores.allowed();
        } catch (IOException notLinux) {
            return IntStream.range(0, Runtime.getRuntime().availableProcessors())
                    .boxed()
                    .toList();
        }
    }

    private static void say(PrintWriter errors, String what) {
        errors.println("isolane bench scaling: " + what);
        errors.flush();
    }
}
