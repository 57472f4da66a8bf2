package io.isolane.tools.bench.campaign;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.device.DeviceChoice;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Profile;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.terminal.TypedLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that all suites have. Filled by the command line; confined to its thread. */
final class SuiteOptions {
    private static final int MAX_FRAME = 9_000;
    private static final int MAX_ADDRESSES = 1 << 20;
    private static final int MAX_REPEATS = 1_000;
    private static final double MAX_RATE = 1e9;
    private static final String IMIX = "imix";
    private static final List<Integer> LENGTHS = List.of(64, 512, 1518);
    /** RFC 2544, 9.1, and a jumbo frame. */
    private static final List<Integer> FULL_LENGTHS = List.of(64, 128, 256, 512, 1024, 1280, 1518, 9000);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private DeviceArguments device;

    @Option(
            names = "--frame-size",
            paramLabel = "BYTES",
            split = ",",
            description = {
                "Length with FCS, from 64 to 9000, or imix (28x64, 16x570, 4x1518); may be repeated.",
                "Default: 64, 512, 1518; with --quick 64; with --full 64, 128, 256, 512, 1024, 1280, 1518, 9000, imix."
            })
    private List<String> frameSizes = new ArrayList<>();

    @Option(
            names = "--addresses",
            paramLabel = "N",
            split = ",",
            description = "Stations in all, up to 1048576; may be repeated, for a curve. Default: 256.")
    private List<Integer> addresses = new ArrayList<>();

    @Option(
            names = "--max-rate",
            paramLabel = "FPS",
            description =
                    "Frames a second of all ports together that stand for 100 %%. Default: what the tester itself can do.")
    private @Nullable Double maxRate;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "Runs everything so often, and says how far the results were apart. Default: 1.")
    private int repeats;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where results.jsonl, results.hlog, report.html and svg/ go. Default: isolane-bench/SUITE-TIME.")
    private @Nullable Path out;

    @ArgGroup
    private Speed speed = new Speed();

    /** Created by the command line. */
    SuiteOptions() {}

    /** How much time there is. */
    static final class Speed {
        @Option(names = "--quick", description = "Short trials: about two minutes for RFC 2544 in memory.")
        private boolean isQuick;

        @Option(names = "--full", description = "The RFCs' own durations: hours.")
        private boolean isFull;

        /** Created by the command line. */
        Speed() {}

        Profile profile() {
            if (isQuick) {
                return Profile.QUICK;
            }
            return isFull ? Profile.FULL : Profile.DEFAULT;
        }

        Stream<FrameMix> frames() {
            if (isQuick) {
                return Stream.of(FrameMix.of(FrameMix.MIN_FRAME));
            }
            return isFull
                    ? Stream.concat(FULL_LENGTHS.stream().map(FrameMix::of), Stream.of(FrameMix.IMIX))
                    : LENGTHS.stream().map(FrameMix::of);
        }
    }

    /** True if there are only minutes. */
    boolean isQuick() {
        return speed.isQuick;
    }

    /** The order that the options make of a suite. */
    Order order(CommandSpec command, String suite, Supplier<List<BenchTest>> tests, Usual usual) {
        return order(command, suite, settings(usual), setting -> tests.get());
    }

    /** The order that the options make of a suite with settings of its own. */
    Order order(CommandSpec command, String suite, List<Setting> settings, Function<Setting, List<BenchTest>> tests) {
        requireBetween("--repeat", repeats, 1, MAX_REPEATS);
        return new Order(
                suite, TypedLine.of(command), speed.profile(), settings, tests, repeats, maxRate(), directory(suite));
    }

    /** An error in the value of an option. */
    ParameterException wrong(String option, String why) {
        return new ParameterException(spec.commandLine(), "Invalid value for option '" + option + "': " + why);
    }

    /** Every combination of mode, number of addresses and length that was asked for. */
    List<Setting> settings(Usual usual) {
        DeviceChoice choice = device.choice();
        List<FrameMix> frames = frames(usual);
        List<Setting> settings = new ArrayList<>();
        for (IsolationMode mode : device.modes(usual.modes())) {
            for (int count : addresses.isEmpty() ? usual.addresses() : addresses) {
                requireBetween("--addresses", count, device.ports(), MAX_ADDRESSES);
                frames.forEach(mix -> settings.add(new Setting(choice, device.options(mode, count, mix), mix, count)));
            }
        }
        return settings;
    }

    private List<FrameMix> frames(Usual usual) {
        if (!frameSizes.isEmpty()) {
            return frameSizes.stream().map(this::frames).toList();
        }
        return usual.lengths().isEmpty()
                ? speed.frames().toList()
                : usual.lengths().stream().map(FrameMix::of).toList();
    }

    private FrameMix frames(String text) {
        if (text.toLowerCase(Locale.ROOT).equals(IMIX)) {
            return FrameMix.IMIX;
        }
        try {
            int bytes = Integer.parseInt(text);
            requireBetween("--frame-size", bytes, FrameMix.MIN_FRAME, MAX_FRAME);
            return FrameMix.of(bytes);
        } catch (NumberFormatException noNumber) {
            throw wrong("--frame-size", "'" + text + "' is neither a length from 64 to 9000 nor imix");
        }
    }

    private OptionalDouble maxRate() {
        if (maxRate == null) {
            return OptionalDouble.empty();
        }
        if (!(maxRate >= 1 && maxRate <= MAX_RATE)) {
            throw wrong("--max-rate", maxRate + " is not from 1 to 1000000000");
        }
        return OptionalDouble.of(maxRate);
    }

    /** A directory without results in it. */
    private Path directory(String suite) {
        Path directory = out == null ? Path.of("isolane-bench", suite + "-" + now()) : out;
        if (Files.exists(Recorder.results(directory))) {
            throw wrong("--out", directory + " has results already; name another directory");
        }
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw wrong("--out", directory + " is no directory");
        }
        return directory;
    }

    private void requireBetween(String option, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw wrong(option, value + " is not from " + lowest + " to " + highest);
        }
    }

    private static String now() {
        return LocalDateTime.now(ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
    }
}
