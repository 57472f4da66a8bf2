package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.device.SelfTest;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What a campaign is to do. Immutable.
 *
 * @param suite for the results file
 * @param command the command line that does the same again
 * @param settings in the order in which they are tested
 * @param tests makes the tests for a setting
 * @param repeats how often each setting is tested
 * @param maxRate frames a second that stand for 100 %; empty for what the tester itself can do
 * @param directory where the files go
 */
record Order(
        String suite,
        String command,
        Profile profile,
        List<Setting> settings,
        Function<Setting, List<BenchTest>> tests,
        int repeats,
        OptionalDouble maxRate,
        Path directory) {
    /** A rate for estimates, which hardly depend on it. */
    private static final double SOME_RATE = 2_000_000;

    private static final int SELF_TEST_TRIALS = 20;
    private static final Duration SET_UP = Duration.ofMillis(1_500);

    Order {
        settings = List.copyOf(settings);
    }

    /** What stands for 100 %, after the tester's own test. */
    Maximum maximum(SelfTest test) {
        return maxRate.isPresent() ? Maximum.given(maxRate.getAsDouble()) : Maximum.of(test);
    }

    /** Conditions of a setting. */
    Conditions conditions(Setting setting, int vlans, Maximum maximum) {
        return new Conditions(
                profile,
                setting.frames(),
                setting.addresses(),
                vlans,
                maximum.rate(),
                maximum.means(),
                setting.forgetting());
    }

    /** About how long a test takes in a setting. */
    Duration estimate(BenchTest test, Setting setting) {
        return test.estimate(conditions(setting, 1, Maximum.given(maxRate.orElse(SOME_RATE))));
    }

    /** About how long all of it takes. */
    Duration estimate() {
        Duration tests = settings.stream()
                .flatMap(setting -> tests().apply(setting).stream().map(test -> estimate(test, setting)))
                .reduce(Duration.ZERO, Duration::plus);
        long lengths = settings.stream().map(Setting::frames).distinct().count();
        return tests.plus(setUp().multipliedBy(settings.size()))
                .multipliedBy(repeats)
                .plus(selfTest().multipliedBy(lengths));
    }

    /** About how long it takes to make a device and to warm it up. */
    Duration setUp() {
        return SET_UP.plus(warmUp());
    }

    /** How long a device forwards before its first test, so that it is compiled by then. */
    Duration warmUp() {
        return switch (profile.name()) {
            case "quick" -> Duration.ofMillis(500);
            default -> Duration.ofSeconds(2);
        };
    }

    /** About how long the tester's own test takes for one length of frames. */
    Duration selfTest() {
        return selfTrial().multipliedBy(SELF_TEST_TRIALS);
    }

    /** Length of each trial of the tester's own test. */
    Duration selfTrial() {
        return switch (profile.name()) {
            case "quick" -> Duration.ofMillis(100);
            default -> Duration.ofMillis(500);
        };
    }
}
