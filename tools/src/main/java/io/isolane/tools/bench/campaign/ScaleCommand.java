package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.rfc2544.Rfc2544;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code isolane bench scale}: cost against the number of addresses. */
@Command(
        name = "scale",
        description = "Throughput against the number of addresses, by default 256, 4096, 65536 and 1048576.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The throughput test of RFC 2544, for one number of addresses after the other, with",
            "frames of 64 bytes. --quick tests the mode learning only, unless --mode says",
            "otherwise.",
            "",
            "Exit codes: 0 all was measured, 1 a file could not be written or a reset failed,",
            "2 the command line is wrong or a device is missing, 130 interrupted: what was",
            "finished is kept and printed.",
            "",
            "Examples:",
            "  isolane bench scale --quick --mode learning",
            "  isolane bench scale --mode learning --mode registered --addresses 256,65536"
        })
public final class ScaleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions options;

    /** Created by the command line. */
    public ScaleCommand() {}

    @Override
    public Integer call() {
        return new SuiteRun(spec, order()).execute();
    }

    private Order order() {
        return options.order(
                spec,
                "scale",
                TestChoice.of(spec, Rfc2544::tests, List.of("throughput")),
                options.isQuick() ? Usual.QUICK_SCALE : Usual.SCALE);
    }
}
