package io.isolane.tools.bench.campaign;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.device.DeviceChoice;
import io.isolane.tools.bench.rfc2889.Rfc2889;
import io.isolane.tools.bench.suite.BenchTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isolane bench rfc2889}: the tests of RFC 2889. */
@Command(
        name = "rfc2889",
        description = "Forwarding patterns, congestion, address tables, errored frames and broadcasts (RFC 2889).",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Ports that isolation keeps apart are left out of a pattern, and the results say",
            "which. A device loses the congestion test if the port that is not congested",
            "loses frames: that is head-of-line blocking. In memory, multiple-devices is about",
            "two switches that are joined by a cable. --quick tests the mode learning only,",
            "unless --mode says otherwise.",
            "",
            "Exit codes: 0 all was measured, 1 a file could not be written or a reset failed,",
            "2 the command line is wrong or a device is missing, 130 interrupted: what was",
            "finished is kept and printed.",
            "",
            "Examples:",
            "  isolane bench rfc2889 --quick --mode learning",
            "  isolane bench rfc2889 congestion address-caching",
            "  sudo isolane bench rfc2889 --dut packet:veth0,veth1,veth2,veth3"
        })
public final class Rfc2889Command implements Callable<Integer> {
    private static final String JOINED = "multiple-devices";

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions options;

    @Parameters(
            paramLabel = "TEST",
            arity = "0..*",
            description =
                    "Only these: fully-meshed, one-to-many, many-to-one, multiple-devices, unidirectional, congestion-control,"
                            + " forward-pressure, address-caching-capacity, address-learning-rate, errored-frames, broadcast.")
    private List<String> tests = new ArrayList<>();

    /** Created by the command line. */
    public Rfc2889Command() {}

    @Override
    public Integer call() {
        return new SuiteRun(spec, order()).execute();
    }

    /** Several devices are two switches that are joined, where the one in memory is tested. */
    private Order order() {
        Supplier<List<BenchTest>> chosen = TestChoice.of(spec, Rfc2889::tests, tests);
        List<Setting> settings = options.settings(options.isQuick() ? Usual.ONE_MODE : Usual.SUITE).stream()
                .map(Setting::roomy)
                .toList();
        boolean isMemory = settings.getFirst().choice() instanceof DeviceChoice.Memory;
        if (!isMemory) {
            return options.order(spec, Rfc2889.NAME, settings, setting -> chosen.get());
        }
        Function<Setting, List<BenchTest>> split = setting -> chosen.get().stream()
                .filter(test -> isForJoined(test) == setting.choice() instanceof DeviceChoice.Joined)
                .toList();
        List<Setting> all = Stream.concat(
                        settings.stream(),
                        settings.stream()
                                .filter(setting -> setting.options().mode() == IsolationMode.LEARNING)
                                .map(Setting::joined))
                .filter(setting -> !split.apply(setting).isEmpty())
                .toList();
        return options.order(spec, Rfc2889.NAME, all, split);
    }

    private static boolean isForJoined(BenchTest test) {
        return TestChoice.shortName(test).equals(JOINED);
    }
}
