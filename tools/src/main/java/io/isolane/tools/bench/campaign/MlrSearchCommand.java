package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.mlrsearch.MlrSearch;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code isolane bench mlrsearch}: NDR, PDR and the RFC 2544-compliant throughput. */
@Command(
        name = "mlrsearch",
        description = "NDR, PDR and RFC 2544's throughput in one search for several loss ratios (RFC 9971).",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Goals, with the figures of FD.io CSIT: NDR (no loss) and PDR (half a percent),",
            "21 trials of 1 s at a load of which half may exceed it, bounds within 0.5 %%; and",
            "RFC2544, one trial of 60 s without loss. --quick divides all durations by 50,",
            "the default divides RFC2544's by 6, and the goals' names say so.",
            "",
            "Exit codes: 0 all was measured, 1 a file could not be written or a reset failed,",
            "2 the command line is wrong or a device is missing, 130 interrupted: what was",
            "finished is kept and printed.",
            "",
            "Examples:",
            "  isolane bench mlrsearch --quick",
            "  isolane bench mlrsearch --mode learning --frame-size 64 --repeat 10",
            "  sudo isolane bench mlrsearch --dut packet:veth0,veth1"
        })
public final class MlrSearchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions options;

    /** Created by the command line. */
    public MlrSearchCommand() {}

    @Override
    public Integer call() {
        return new SuiteRun(spec, order()).execute();
    }

    private Order order() {
        return options.order(spec, MlrSearch.NAME, () -> List.of(new MlrSearch()), Usual.SUITE);
    }
}
