package io.isolane.tools.bench;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.campaign.MlrSearchCommand;
import io.isolane.tools.bench.campaign.Rfc2544Command;
import io.isolane.tools.bench.campaign.Rfc2889Command;
import io.isolane.tools.bench.campaign.ScaleCommand;
import io.isolane.tools.bench.campaign.SoakCommand;
import io.isolane.tools.bench.page.ReportCommand;
import io.isolane.tools.bench.peers.PeersCommand;
import io.isolane.tools.bench.profile.ProfileCommand;
import io.isolane.tools.bench.report.JsonReport;
import io.isolane.tools.bench.report.Report;
import io.isolane.tools.bench.report.TextReport;
import io.isolane.tools.bench.scaling.ScalingCommand;
import io.isolane.tools.bench.startup.StartupCommand;
import io.isolane.tools.bench.tcp.TcpCommand;
import io.isolane.tools.bench.victim.VictimCommand;
import io.isolane.tools.terminal.ModeConverter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code isolane bench}: throughput and latency of every isolation mode, in memory and without root. */
@Command(
        name = "bench",
        description = "Measures throughput and latency of every isolation mode, in memory, without root.",
        subcommands = {
            Rfc2544Command.class,
            Rfc2889Command.class,
            MlrSearchCommand.class,
            SoakCommand.class,
            ScaleCommand.class,
            ReportCommand.class,
            TcpCommand.class,
            PeersCommand.class,
            ProfileCommand.class,
            ScalingCommand.class,
            StartupCommand.class,
            VictimCommand.class
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Prints one table, about a minute after it began. It wants two idle cores: what",
            "else the machine did is printed beside the figures.",
            "",
            "Keys of the JSON file (what was not measured is null):",
            "  schema      1",
            "  machine     host, cpu, cores, system, jvm, flags, collectors, version,",
            "              commit, date",
            "  conditions  frameBytes, addresses, ports, windows, windowSeconds,",
            "              latencyRate, latencySeconds",
            "  probes      roundTripNanos, hiccupP999Nanos, hiccupMaxNanos",
            "  rows        name (a mode, or 'no switch'); throughput: framesPerSecond,",
            "              lowest, highest, nanosPerFrame, ratioToLearning,",
            "              deliveredPerSecond, dropped; latency: p50Nanos, p99Nanos,",
            "              p999Nanos, p9999Nanos, maxNanos, hiccupP999Nanos,",
            "              hiccupMaxNanos, switchHiccupP999Nanos, switchHiccupMaxNanos,",
            "              intended, sent, rate; in it faults: lost, duplicates,",
            "              reordered, overheard",
            "  copies      mode, shortBytes, shortFramesPerSecond, longBytes,",
            "              longFramesPerSecond, ratio",
            "  remarks     sentences",
            "",
            "Exit codes: 0 measured, 1 the JSON file could not be written in the end, 2 the",
            "command line is wrong.",
            "",
            "Examples:",
            "  isolane bench",
            "  isolane bench --json bench.json",
            "  isolane bench --mode learning --mode private-vlan --seconds 20",
            "  isolane bench --mode learning --addresses 65536 --frame-size 1500",
            "  isolane bench --mode learning --rate 5000000"
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int MIN_FRAME = 60;
    private static final int MAX_FRAME = 9216;
    private static final int MIN_ADDRESSES = 6;
    private static final int MAX_ADDRESSES = 1 << 20;
    private static final int MIN_RATE = 1_000;
    private static final int MAX_RATE = 10_000_000;
    private static final int MAX_SECONDS = 600;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            converter = ModeConverter.class,
            completionCandidates = ModeConverter.class,
            description = "Only this isolation mode; may be repeated. Default: all (${COMPLETION-CANDIDATES}).")
    private List<IsolationMode> modes = new ArrayList<>();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "45",
            description = "How long to measure in all, from 1 to 600. Default: 45; warming up comes to it.")
    private int seconds;

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
            names = "--rate",
            paramLabel = "FPS",
            defaultValue = "1000000",
            description = "Frames a second while latency is measured, from 1000 to 10000000. Default: 1000000.")
    private int rate;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the same figures as JSON.")
    private @Nullable Path json;

    /** Created by the command line. */
    public BenchCommand() {}

    @Override
    public Integer call() throws IOException {
        requireBetween("--seconds", seconds, 1, MAX_SECONDS);
        requireBetween("--frame-size", frameSize, MIN_FRAME, MAX_FRAME);
        requireBetween("--addresses", addresses, MIN_ADDRESSES, MAX_ADDRESSES);
        requireBetween("--rate", rate, MIN_RATE, MAX_RATE);
        requireWritable(json);
        Report report = new Bench(plan(), Progress.to(spec.commandLine().getErr())).run();
        PrintWriter out = spec.commandLine().getOut();
        TextReport.render(report).forEach(out::println);
        out.flush();
        if (json != null) {
            JsonReport.write(report, json);
        }
        return 0;
    }

    private Plan plan() {
        List<IsolationMode> chosen = modes.isEmpty() ? Arrays.asList(IsolationMode.values()) : modes;
        return Plan.lasting(Duration.ofSeconds(seconds), chosen, frameSize, addresses, rate);
    }

    private void requireBetween(String option, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '" + option + "': " + value + " is not from " + lowest + " to "
                            + highest);
        }
    }

    /** Found out before a minute of measuring, not after it. */
    private void requireWritable(@Nullable Path file) {
        if (file == null) {
            return;
        }
        Path directory = file.toAbsolutePath().getParent();
        boolean isWritable = Files.exists(file)
                ? Files.isRegularFile(file) && Files.isWritable(file)
                : directory != null && Files.isDirectory(directory) && Files.isWritable(directory);
        if (!isWritable) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--json': cannot write to " + file);
        }
    }
}
