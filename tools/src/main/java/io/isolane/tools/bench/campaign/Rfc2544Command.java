package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.rfc2544.Rfc2544;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isolane bench rfc2544}: the tests of RFC 2544. */
@Command(
        name = "rfc2544",
        description = "Throughput, latency, frame loss, back-to-back frames, system recovery and reset (RFC 2544).",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Before the first test the tester measures itself, back to back; its ceiling stands",
            "for 100 %% unless --max-rate says otherwise. Frames go between pairs of ports, both",
            "ways at once. With --quick the trials are too short for the RFC, and results say so.",
            "",
            "Exit codes: 0 all was measured, 1 a file could not be written or a reset failed,",
            "2 the command line is wrong or a device is missing, 130 interrupted: what was",
            "finished is kept and printed.",
            "",
            "Examples:",
            "  isolane bench rfc2544 --quick",
            "  isolane bench rfc2544 throughput --mode learning --frame-size 64 --frame-size imix",
            "  isolane bench rfc2544 throughput --addresses 256,4096,65536,1048576",
            "  sudo isolane bench rfc2544 --dut packet:veth0,veth1 --ageing 300"
        })
public final class Rfc2544Command implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions options;

    @Parameters(
            paramLabel = "TEST",
            arity = "0..*",
            description = "Only these: throughput, latency, frame-loss, back-to-back, system-recovery, reset.")
    private List<String> tests = new ArrayList<>();

    /** Created by the command line. */
    public Rfc2544Command() {}

    @Override
    public Integer call() {
        return new SuiteRun(spec, order()).execute();
    }

    private Order order() {
        return options.order(spec, Rfc2544.NAME, TestChoice.of(spec, Rfc2544::tests, tests), Usual.SUITE);
    }
}
