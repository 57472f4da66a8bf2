package io.isolane.tools.bench.startup;

import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.peers.peer.Trees;
import io.isolane.tools.bench.report.JsonReport;
import io.isolane.tools.config.InvalidConfigException;
import io.isolane.tools.terminal.Bounds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code isolane bench startup}: how soon a switch forwards, and what memory it has. */
@Command(
        name = "startup",
        description = "Measures how soon a switch forwards, how soon at full speed, and how much memory it has.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Starts this program in a JVM of its own, again and again, with the options that",
            "this one has: 16 ports, 16,384 slots, 65,536 stations, in memory, without root.",
            "",
            "Keys of the JSON file: schema 1, machine, ports, slots, addresses,",
            "watchedSeconds, starts (firstFrameMillis, firstFrameAfterExecMillis,",
            "fullSpeedMillis, fullFramesPerSecond, residentMiB, peakMiB; null is unknown).",
            "",
            "Exit codes: 0 measured, 1 a switch failed or the JSON file could not be written,",
            "2 the command line is wrong, 130 interrupted.",
            "",
            "Examples:",
            "  isolane bench startup",
            "  isolane bench startup --starts 21 --json startup.json"
        })
public final class StartupCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec;

    @Option(names = "--starts", paramLabel = "N", defaultValue = "9", description = "Starts, 1 to 999. Default: 9.")
    private int starts;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "8",
            description = "Seconds that each switch is watched, 2 to 600. Default: 8.")
    private double seconds;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the same figures as JSON.")
    private @Nullable Path json;

    @Option(names = "--subject", hidden = true, description = "Is the switch that is measured.")
    private boolean isSubject;

    /** Created by the command line. */
    public StartupCommand() {}

    @Override
    public Integer call() {
        Bounds.require(spec, "--starts", starts, 1, 999);
        Bounds.require(spec, "--seconds", seconds, 2, 600);
        Duration time = Duration.ofMillis(Math.round(seconds * 1e3));
        try {
            if (isSubject) {
                Subject.run(time, spec.commandLine().getOut());
            } else {
                measure(time);
            }
            return 0;
        } catch (IOException | InvalidConfigException failure) {
            say(String.valueOf(failure.getMessage()));
            return FAILED;
        } catch (InterruptedException stopped) {
            return INTERRUPTED;
        }
    }

    private void measure(Duration time) throws IOException, InterruptedException {
        Path room = Files.createTempDirectory("isolane-startup");
        try {
            Starts series = new Starts(spec.root().userObject().getClass(), room, time);
            List<Start> taken = new ArrayList<>();
            for (int i = 1; i <= starts; i++) {
                say("start " + i + " of " + starts);
                taken.add(series.take());
            }
            report(taken);
        } finally {
            Trees.delete(room);
        }
    }

    private void report(List<Start> taken) throws IOException {
        StartupReport report = new StartupReport(
                StartupReport.SCHEMA, Machine.here(), Subject.PORTS, Subject.SLOTS, Subject.STATIONS, seconds, taken);
        PrintWriter out = spec.commandLine().getOut();
        StartupText.lines(report).forEach(out::println);
        out.flush();
        if (json != null) {
            JsonReport.write(report, json);
        }
    }

    private void say(String what) {
        PrintWriter errors = spec.commandLine().getErr();
        errors.println("isolane bench startup: " + what);
        errors.flush();
    }
}
