package io.isolane.tools;

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
        subcommands = {})
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs one subcommand and exits with its exit code; 2 says that the command line was wrong. */
    public static void main(final String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: a subcommand is missing.");
    }
}
