package io.isolane.tools.bench.startup;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.tools.bench.host.HostPort;
import io.isolane.tools.bench.host.Ledger;
import io.isolane.tools.config.ConfigFile;
import io.isolane.tools.config.Configuration;
import io.isolane.tools.config.InvalidConfigException;
import io.isolane.tools.config.PortConfig;
import io.isolane.tools.version.Birth;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The switch whose start is measured, in a JVM of its own: it does what {@code isolane run} does with a configuration, but that hosts made
 * by the worker itself stand where devices would be. Afterwards it writes to every slot once, as a burst would, and says how much memory is
 * resident. Stateless.
 *
 * <p>It prints {@code main MICROS}, {@code first MICROS}, a line {@code at MICROS FRAMES} for each look, and the lines of
 * {@code /proc/self/status} that begin with {@code Vm}. Times are microseconds since 1970.
 */
final class Subject {
    static final int PORTS = 16;
    static final int SLOTS = 16_384;
    /** Behind all ports together. */
    static final int STATIONS = 65_536;

    /** Devices are named in it, and never opened. */
    static final List<String> CONFIGURATION = Stream.concat(
                    Stream.of(
                            "memory: {small-slots: " + SLOTS + ", large-slots: 0}",
                            "table: {capacity: " + STATIONS + "}",
                            "networks:",
                            "  - {name: lan, mode: learning}",
                            "ports:"),
                    IntStream.range(0, PORTS)
                            .mapToObj(i ->
                                    "  - {name: p" + i + ", role: guest, network: lan, kind: tap, device: p" + i + "}"))
            .toList();

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int SMALL_FRAME = 64;

    private Subject() {}

    /** Runs for so long. */
    static void run(Duration time, PrintWriter out) throws IOException, InvalidConfigException, InterruptedException {
        Configuration configuration = ConfigFile.parse(String.join("\n", CONFIGURATION), "the switch that is measured");
        try (VirtualSwitch fabric = VirtualSwitch.start(configuration.switchConfig(), (port, status) -> {})) {
            Ledger ledger = new Ledger();
            attach(fabric, configuration.ports(), ledger);
            List<Look> looks = watch(ledger, time);
            out.println("main " + Birth.micros());
            out.println("first " + firstMicros(ledger));
            looks.forEach(look -> out.println("at " + look.micros() + " " + look.frames()));
            fillSlots(fabric.pool());
            memory().forEach(out::println);
            out.flush();
        }
    }

    private static void attach(VirtualSwitch fabric, List<PortConfig> ports, Ledger ledger) {
        int stations = STATIONS / ports.size();
        for (int number = 0; number < ports.size(); number++) {
            PortConfig port = ports.get(number);
            fabric.attach(
                    port.profile(),
                    new HostPort(port.name(), number, number ^ 1, stations, number == 0, ledger, () -> {}));
        }
    }

    private static List<Look> watch(Ledger ledger, Duration time) throws InterruptedException {
        List<Look> looks = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            TimeUnit.NANOSECONDS.sleep(LOOK_NANOS);
            looks.add(new Look(Birth.now(), ledger.read().received()));
        }
        return looks;
    }

    /** The ledger has it on the clock of turns. */
    private static long firstMicros(Ledger ledger) {
        long ago = System.nanoTime() - ledger.firstNanos();
        return Birth.now() - TimeUnit.NANOSECONDS.toMicros(ago);
    }

    private static void fillSlots(FramePool pool) {
        FrameMemory memory = pool.memory();
        List<Long> taken = new ArrayList<>();
        try (FrameCache cache = pool.newCache()) {
            for (long frame = cache.allocate(SMALL_FRAME);
                    frame != Descriptor.NONE;
                    frame = cache.allocate(SMALL_FRAME)) {
                RawMemory.putLong(memory.frameAddress(frame), frame);
                taken.add(frame);
            }
            taken.forEach(cache::free);
        }
    }

    private static List<String> memory() throws IOException {
        if (!Files.exists(STATUS)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
                    .toList();
        }
    }
}
