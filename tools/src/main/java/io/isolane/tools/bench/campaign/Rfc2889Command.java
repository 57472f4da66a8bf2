package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.rfc2889.Rfc2889;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
            "loses frames: that is head-of-line blocking.",
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
    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions options;

    @Parameters(
            paramLabel = "TEST",
            arity = "0..*",
            description = "Only these; without any, all. A name that does not exist is answered with those that do.")
    private List<String> tests = new ArrayList<>();

    /** Created by the command line. */
    public Rfc2889Command() {}

    @Override
    public Integer call() {
        return new SuiteRun(spec, order()).execute();
    }

    private Order order() {
        return options.order(spec, Rfc2889.NAME, TestChoice.of(spec, Rfc2889::tests, tests), Usual.SUITE);
    }
}
