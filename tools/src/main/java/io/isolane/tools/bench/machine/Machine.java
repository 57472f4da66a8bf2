package io.isolane.tools.bench.machine;

import io.isolane.tools.version.Version;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a measurement ran on. Immutable.
 *
 * @param host its name
 * @param cpu model of its processors
 * @param cores processors that the JVM may use
 * @param system operating system, its version, and the architecture
 * @param jvm name and version
 * @param flags the JVM's options
 * @param collectors its garbage collectors
 * @param version of this program
 * @param commit of this program
 * @param date when, in UTC
 */
public record Machine(
        String host,
        String cpu,
        int cores,
        String system,
        String jvm,
        List<String> flags,
        List<String> collectors,
        String version,
        String commit,
        Instant date) {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    public Machine {
        flags = List.copyOf(flags);
        collectors = List.copyOf(collectors);
    }

    /** This machine, now. */
    public static Machine here() {
        return new Machine(
                hostName(),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                flagsOf(ManagementFactory.getRuntimeMXBean().getInputArguments()),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .toList(),
                Version.build(),
                Version.commit(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** The options that can change a figure: system properties of our own cannot. */
    static List<String> flagsOf(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> !argument.startsWith("-Disolane."))
                .toList();
    }

    /** The model that {@code /proc/cpuinfo} names, if it names one: on arm it does not. */
    static Optional<String> modelIn(Stream<String> cpuinfo) {
        return cpuinfo.filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return modelIn(lines).orElseGet(Machine::architecture);
        } catch (IOException notLinux) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch");
    }

    private static String hostName() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException notLinux) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException nameless) {
                return "unknown";
            }
        }
    }
}
