package io.isolane.tools.bench.peers;

import io.isolane.tools.bench.campaign.Interruption;
import io.isolane.tools.bench.campaign.Ticker;
import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.peers.contest.Contender;
import io.isolane.tools.bench.peers.peer.Cores;
import io.isolane.tools.bench.peers.peer.Installed;
import io.isolane.tools.bench.peers.peer.Place;
import io.isolane.tools.bench.peers.peer.Trees;
import io.isolane.tools.bench.peers.work.Captures;
import io.isolane.tools.bench.peers.work.Work;
import io.isolane.tools.bench.report.Report.Probes;
import io.isolane.tools.terminal.Bounds;
import io.isolane.tools.terminal.StandardError;
import io.isolane.tools.terminal.TypedLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code isolane bench peers}: our switch beside the others that are installed, in turns on one core. */
@Command(
        name = "peers",
        description =
                "Measures other switches that are installed here beside this one: the same frames, one core, in turns.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Each round starts ours, then each of the others, waits until it gets no",
            "faster, and counts what enters it. Others copy every frame once on its way in:",
            "ours is measured without a copy and with one. What is not installed is named,",
            "with how to get it. All but testpmd need root.",
            "",
            "Works:",
            "  pairs-2, pairs-256, pairs-4096, pairs-65536",
            "              64-byte frames between so many pairs of stations, in random order",
            "  long        1500 bytes, 256 pairs",
            "  trunk       access to trunk and back",
            "  flood, flood-long",
            "              unknown unicast to three ports, 64 and 1500 bytes",
            "  veth, veth-long",
            "              between Linux interfaces, beside the Linux bridge",
            "",
            "Exit codes: 0 measured, 1 a file could not be written, 2 the command line is",
            "wrong, 130 interrupted: what was measured is kept and printed.",
            "",
            "Examples:",
            "  isolane bench peers --list",
            "  sudo isolane bench peers",
            "  sudo isolane bench peers --only ovs-dpdk,testpmd --work pairs-256 --rounds 3"
        })
public final class PeersCommand implements Callable<Integer> {
    private static final int MEASURED = 0;
    private static final int FAILED = 1;
    private static final int INTERRUPTED = 130;
    private static final Duration PROBE = Duration.ofMillis(500);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--only",
            paramLabel = "PEER",
            split = ",",
            description = "Only these beside ours: testpmd, ovs-dpdk, vpp, snabb, linux-bridge. Default: all.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--work",
            paramLabel = "WORK",
            split = ",",
            description = "Only these works. Default: all that one of the others can do.")
    private List<String> works = new ArrayList<>();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "9", description = "Rounds, 1 to 99. Default: 9.")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "2",
            description = "Seconds of each measurement, 0.1 to 60; warming up comes to it. Default: 2.")
    private double seconds;

    @Option(names = "--core", paramLabel = "N", description = "The core that switches are kept on. Default: the last.")
    private @Nullable Integer core;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results.jsonl goes. Default: isolane-bench/peers-TIME.")
    private @Nullable Path out;

    @Option(names = "--list", description = "Says what is installed, in which version, and how to get the rest.")
    private boolean isList;

    /** Created by the command line. */
    public PeersCommand() {}

    @Override
    public Integer call() {
        Bounds.require(spec, "--rounds", rounds, 1, 99);
        Bounds.require(spec, "--seconds", seconds, 0.1, 60);
        Interruption interruption = Interruption.ofThisThread();
        try {
            return callInDirectory();
        } catch (IOException failure) {
            complain(failure);
            return FAILED;
        } finally {
            interruption.close();
        }
    }

    private int callInDirectory() throws IOException {
        Path directory = Files.createTempDirectory("isolane-peers");
        try {
            return call(new Place(directory, cores(), new Captures(directory), Place.USUAL_PATIENCE));
        } finally {
            Trees.delete(directory);
        }
    }

    private int call(Place place) throws IOException {
        PrintWriter errors = spec.commandLine().getErr();
        Class<?> program = spec.root().userObject().getClass();
        List<Contender> all = Contenders.all(Installed.here(), place, window(), program, errors);
        if (isList) {
            return list(all);
        }
        Plan plan = plan(all, place.cores().measured());
        Ticker ticker = new Ticker(errors, StandardError.isTerminal(), plan.estimate(), System::nanoTime);
        Machine machine = Machine.here();
        Probes probes = Probes.measure(PROBE);
        Comparison comparison = new Comparison(plan, machine, ticker);
        boolean isComplete = comparison.run();
        say(ComparisonText.lines(plan, machine, probes, comparison.outcomes()));
        return isComplete ? MEASURED : INTERRUPTED;
    }

    private int list(List<Contender> all) {
        try {
            say(ComparisonText.installed(all));
            return MEASURED;
        } catch (InterruptedException stopped) {
            return INTERRUPTED;
        }
    }

    private Plan plan(List<Contender> all, int measured) throws IOException {
        requireKnown(
                "--only",
                only,
                all.stream().filter(each -> !each.isOurs()).map(Contender::id).toList());
        requireKnown("--work", works, Work.ALL.stream().map(Work::name).toList());
        List<Contender> chosen = all.stream()
                .filter(each -> each.isOurs() || only.isEmpty() || only.contains(each.id()))
                .toList();
        List<Work> wanted = Work.ALL.stream()
                .filter(work -> works.isEmpty()
                        ? chosen.stream().anyMatch(each -> !each.isOurs() && each.can(work))
                        : works.contains(work.name()))
                .toList();
        return new Plan(wanted, chosen, rounds, window(), measured, directory(), TypedLine.of(spec));
    }

    private Duration window() {
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }

    private Cores cores() throws IOException {
        try {
            return Cores.choose(core == null ? OptionalInt.empty() : OptionalInt.of(core));
        } catch (IllegalArgumentException unusable) {
            throw wrong("--core", String.valueOf(unusable.getMessage()));
        }
    }

    /** A directory without results in it. */
    private Path directory() {
        Path directory = out == null ? Path.of("isolane-bench", "peers-" + now()) : out;
        if (Files.exists(directory.resolve("results.jsonl"))) {
            throw wrong("--out", directory + " has results already; name another directory");
        }
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw wrong("--out", directory + " is no directory");
        }
        return directory;
    }

    private void requireKnown(String option, List<String> words, List<String> known) {
        for (String word : words) {
            if (!known.contains(word)) {
                throw wrong(
                        option, "'" + word + "' is none of " + known.stream().collect(Collectors.joining(", ")));
            }
        }
    }

    private ParameterException wrong(String option, String why) {
        return new ParameterException(spec.commandLine(), "Invalid value for option '" + option + "': " + why);
    }

    private void say(List<String> lines) {
        PrintWriter printer = spec.commandLine().getOut();
        lines.forEach(printer::println);
        printer.flush();
    }

    private void complain(IOException failure) {
        spec.commandLine().getErr().println("isolane bench peers: " + failure.getMessage());
        spec.commandLine().getErr().flush();
    }

    private static String now() {
        return LocalDateTime.now(ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
    }
}
