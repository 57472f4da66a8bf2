package io.isolane.tools.run;

import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.port.PortStatus;
import io.isolane.tools.config.ConfigFile;
import io.isolane.tools.config.Configuration;
import io.isolane.tools.config.InvalidConfigException;
import io.isolane.tools.run.Events.Event;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code isolane run}: forwards between the ports of a configuration file until SIGINT or SIGTERM. */
@Command(
        name = "run",
        description = "Runs a switch as a configuration file describes it, until ctrl-C or SIGTERM.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A line that begins with 'ready' says that frames are forwarded. At the end a",
            "table says what each port received, transmitted and dropped, and what was made",
            "is removed.",
            "",
            "Exit codes: 0 stopped, 1 could not start, 2 the command line or the",
            "configuration is wrong.",
            "",
            "Examples:",
            "  sudo isolane run --config tools/examples/three-guests.yaml",
            "  isolane run --check --config my.yaml"
        })
public final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = System.getLogger(RunCommand.class.getName());
    private static final int OK = 0;
    private static final int CANNOT_START = 1;
    private static final int WRONG = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The YAML configuration.")
    private Path config;

    @Option(names = "--check", description = "Only check the configuration.")
    private boolean check;

    @Option(
            names = "--pid-file",
            paramLabel = "FILE",
            description = "Where to write the process's number, removed at the end.")
    private @Nullable Path pidFile;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "info",
            description = "off, error, warning, info, debug or trace; to the standard error stream. Default: info.")
    private LogLevel logLevel;

    /** Created by the command line. */
    public RunCommand() {}

    @Override
    public Integer call() {
        try {
            Configuration configuration = ConfigFile.read(config);
            if (check) {
                print(config + ": sound: " + description(configuration));
                return OK;
            }
            return run(configuration);
        } catch (IOException | InvalidConfigException refused) {
            complain(String.valueOf(refused.getMessage()));
            return WRONG;
        }
    }

    private int run(Configuration configuration) {
        logLevel.apply();
        PrintWriter errors = spec.commandLine().getErr();
        try (Events events = Events.listen();
                Undo undo = new Undo(errors)) {
            writePidFile(undo);
            try (RunningSwitch running = RunningSwitch.start(configuration, events, errors)) {
                print("ready: " + description(configuration) + ", " + sinceStart());
                logUntilStop(events, running);
                running.printSummary(spec.commandLine().getOut());
                events.exitWith(OK);
            }
            return OK;
        } catch (StartException failure) {
            complain("isolane: " + failure.getMessage());
            return CANNOT_START;
        }
    }

    private void writePidFile(Undo undo) throws StartException {
        if (pidFile == null) {
            return;
        }
        try {
            PidFile written = PidFile.write(pidFile);
            undo.add("pid file " + pidFile, written::remove);
        } catch (IOException failure) {
            throw StartException.because("pid file", failure);
        }
    }

    private static void logUntilStop(Events events, RunningSwitch running) {
        for (Event event = events.next(); !(event instanceof Event.StopRequested); event = events.next()) {
            if (event instanceof Event.PortChanged(String port, PortStatus status)) {
                log(port, status);
            } else {
                running.newsOfStations().forEach(line -> LOG.log(Level.WARNING, "{0}", line));
            }
        }
    }

    private static void log(String port, PortStatus status) {
        if (status.isFailed()) {
            LOG.log(Level.ERROR, "port {0} failed: {1}; the other ports go on", port, status.reason());
        } else {
            Level level = status.state() == PortStatus.State.SHUT_DOWN ? Level.WARNING : Level.INFO;
            LOG.log(level, "port {0}: {1}", port, described(status));
        }
    }

    private static String described(PortStatus status) {
        String state = status.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return status.reason().isEmpty() ? state : state + ": " + status.reason();
    }

    private static String description(Configuration configuration) {
        List<VirtualNetwork> networks = configuration.switchConfig().networks();
        List<String> modes = networks.stream()
                .map(network -> network.mode().label())
                .distinct()
                .toList();
        return count(configuration.ports().size(), "port") + ", " + count(networks.size(), "network") + ", "
                + modes.stream().collect(Collectors.joining(", ", modes.size() == 1 ? "mode " : "modes ", ""));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String sinceStart() {
        Duration age = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return String.format(Locale.ROOT, "%.2f s", age.toMillis() / 1e3);
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void complain(String lines) {
        spec.commandLine().getErr().println(lines);
        spec.commandLine().getErr().flush();
    }
}
