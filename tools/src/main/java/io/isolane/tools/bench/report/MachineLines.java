package io.isolane.tools.bench.report;

import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.report.Report.Probes;
import java.util.List;

/** What a measurement ran on, as lines above its table. Stateless. */
public final class MachineLines {
    private MachineLines() {}

    /** Host, JVM, flags and commit. */
    public static List<String> of(Machine machine) {
        return List.of(
                "host    " + machine.host() + ", " + machine.cpu() + ", " + machine.cores()
                        + (machine.cores() == 1 ? " core, " : " cores, ") + machine.system(),
                "JVM     " + machine.jvm() + ", " + String.join(" + ", machine.collectors()) + " collector",
                "flags   " + (machine.flags().isEmpty() ? "none" : String.join(" ", machine.flags())),
                "commit  " + machine.commit() + ", version " + machine.version() + ", " + machine.date());
    }

    /** How fast and how restless its cores were by themselves; none where that was not measured. */
    public static List<String> of(Probes probes) {
        Double trip = probes.roundTripNanos();
        Long p999 = probes.hiccupP999Nanos();
        Long max = probes.hiccupMaxNanos();
        if (trip == null || p999 == null || max == null) {
            return List.of();
        }
        return List.of("cores   a cache line to another core and back " + Figures.fixed(trip, 0)
                + " ns; hiccups before the run: 99.9% under " + Figures.micros(p999) + " us, longest "
                + Figures.micros(max) + " us");
    }
}
