package io.isolane.tools.regress;

import io.isolane.tools.regress.calibration.CalibrateCommand;
import io.isolane.tools.regress.calibration.PoolCommand;
import io.isolane.tools.regress.compare.CompareCommand;
import io.isolane.tools.regress.run.ProveCommand;
import io.isolane.tools.regress.run.RegressRunCommand;
import io.isolane.tools.regress.trend.TrendCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code isolane regress}: it only names its subcommands. */
@Command(
        name = "regress",
        description = "Says whether a change made something slower, faster, neither, or that one cannot tell.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RegressRunCommand.class,
            CompareCommand.class,
            TrendCommand.class,
            ProveCommand.class,
            PoolCommand.class,
            CalibrateCommand.class
        })
public final class RegressCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Created by the command line. */
    public RegressCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: a subcommand is missing.");
    }
}
