package io.isolane.tools.bench.profile;

import io.isolane.tools.bench.report.Figures;
import io.isolane.tools.terminal.TextTable;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** A profile as tables. Stateless. */
final class ProfileText {
    private ProfileText() {}

    /** Parts in the order in which a frame meets them, then the busiest lines. */
    static List<String> lines(Profile profile, int busiest) {
        List<String> lines = new ArrayList<>(parts(profile));
        if (busiest > 0) {
            lines.add("");
            lines.addAll(busiest(profile, busiest));
        }
        return lines;
    }

    private static List<String> parts(Profile profile) {
        TextTable table = new TextTable(Ansi.OFF, 1);
        table.row("part", "ns/frame", "share");
        table.rule();
        for (Part part : Part.values()) {
            Integer samples = profile.parts().get(part);
            if (samples != null) {
                table.row(part.label(), nanos(profile, samples), percent(profile, samples));
            }
        }
        table.rule();
        table.row("all", Figures.fixed(profile.nanosPerFrame(), 2), percent(profile, profile.samples()));
        return table.lines();
    }

    private static List<String> busiest(Profile profile, int count) {
        TextTable table = new TextTable(Ansi.OFF, 2);
        table.row("busiest lines", "part", "ns/frame", "share");
        table.rule();
        profile.lines().stream()
                .limit(count)
                .forEach(line -> table.row(
                        line.call().toString(),
                        line.part().label(),
                        nanos(profile, line.samples()),
                        percent(profile, line.samples())));
        return table.lines();
    }

    private static String nanos(Profile profile, int samples) {
        return Figures.fixed(profile.share(samples) * profile.nanosPerFrame(), 2);
    }

    private static String percent(Profile profile, int samples) {
        return Figures.fixed(100 * profile.share(samples), 1) + " %";
    }
}
