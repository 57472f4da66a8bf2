package io.isolane.tools;

import io.isolane.tools.attack.AttackCommand;
import io.isolane.tools.audit.AuditCommand;
import io.isolane.tools.bench.BenchCommand;
import io.isolane.tools.chaos.ChaosCommand;
import io.isolane.tools.explain.ExplainCommand;
import io.isolane.tools.regress.RegressCommand;
import io.isolane.tools.run.RunCommand;
import io.isolane.tools.version.Birth;
import io.isolane.tools.version.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code isolane}: it only names its subcommands; each is a class in a package of its own. */
@Command(
        name = "isolane",
        description = "A software Ethernet switch that keeps its guests apart.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            RunCommand.class,
            BenchCommand.class,
            AuditCommand.class,
            AttackCommand.class,
            ChaosCommand.class,
            ExplainCommand.class,
            RegressCommand.class
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs one subcommand and exits with its exit code; 2 says that the command line was wrong. */
    public static void main(final String[] arguments) {
        Birth.note();
        System.exit(commandLine().execute(arguments));
    }

    /** The program as {@link #main} runs it, for whoever wants to read what it prints. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: a subcommand is missing.");
    }
}
