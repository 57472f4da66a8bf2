package io.isolane.tools.bench.victim;

import io.isolane.core.policy.PortGuards;
import io.isolane.tools.bench.report.Median;
import io.isolane.tools.terminal.Bounds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code isolane bench victim}: a guest's frames and latency while another attacks at full speed, beside those without. */
@Command(
        name = "victim",
        description =
                "Measures what an attacker at full speed costs two guests that talk: frames and latency with the attack beside those"
                        + " without it, in turns.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Needs two cores: one for the switch, one for all at its ports. With --rate 0 the victim sends as fast as the switch takes it;"
                    + " then ports share the switch by weight, and the attacker's is --weight of 256.",
            "",
            "Examples:",
            "  tools/bin/isolane bench victim",
            "  tools/bin/isolane bench victim --rate 0 --weight 4"
        })
public final class VictimCommand implements Callable<Integer> {
    private static final int LEAST_MILLIS = 20;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "9", description = "Rounds, 1 to 100. Default: 9.")
    private int rounds;

    @Option(
            names = "--millis",
            paramLabel = "MS",
            defaultValue = "500",
            description = "Milliseconds of each turn, 20 to 60000. Default: 500.")
    private int millis;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "The victim's frames a second, to 20000000; 0 for as many as go. Default: 1000000.")
    private int rate;

    @Option(
            names = "--weight",
            paramLabel = "N",
            defaultValue = "256",
            description = "Weight of the attacker's port, 1 to 256; the victim's is 256. Default: 256.")
    private int weight;

    @Option(
            names = "--no-guards",
            description =
                    "No storm control and no station limit on the attacker's port; otherwise 1,000 frames/s each, and 8.")
    private boolean isUnguarded;

    @Option(names = "--json", paramLabel = "FILE", description = "Write every round as JSON too.")
    private @Nullable Path json;

    /** Created by the command line. */
    public VictimCommand() {}

    @Override
    public Integer call() throws IOException {
        Bounds.require(spec, "--rounds", rounds, 1, 100);
        Bounds.require(spec, "--millis", millis, LEAST_MILLIS, 60_000);
        Bounds.require(spec, "--rate", rate, 0, 20_000_000);
        Bounds.require(spec, "--weight", weight, 1, PortGuards.MAX_WEIGHT);
        VictimSettings settings = new VictimSettings(rate, millis, weight, !isUnguarded);
        Map<Onslaught, List<VictimRound>> all = measure(settings);
        print(all);
        if (json != null) {
            JsonMapper mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            Files.write(json, mapper.writeValueAsBytes(Map.of("settings", settings, "rounds", all)));
        }
        return 0;
    }

    /** A turn of each before the next round; the first round, in which the JVM compiles, is left out. */
    private Map<Onslaught, List<VictimRound>> measure(VictimSettings settings) {
        Map<Onslaught, List<VictimRound>> all = new EnumMap<>(Onslaught.class);
        try (VictimRig rig = new VictimRig(settings)) {
            for (int round = 0; round <= rounds; round++) {
                for (Onslaught onslaught : Onslaught.values()) {
                    VictimRound result = rig.run(onslaught);
                    if (round > 0) {
                        all.computeIfAbsent(onslaught, any -> new ArrayList<>()).add(result);
                    }
                }
            }
        }
        return all;
    }

    private void print(Map<Onslaught, List<VictimRound>> all) {
        PrintWriter out = spec.commandLine().getOut();
        List<VictimRound> calm = all.getOrDefault(Onslaught.NONE, List.of());
        out.printf(
                Locale.ROOT,
                "A victim of %s frames/s, an attacker of weight %d %s guards; %d rounds of %d ms, medians (lowest, highest)%n%n",
                rate == 0 ? "as many" : String.format(Locale.ROOT, "%,d", rate),
                weight,
                isUnguarded ? "without" : "with",
                rounds,
                millis);
        out.printf(
                "%-14s %12s %10s %24s %10s %10s %24s %14s%n",
                "attack", "frames/s", "lost", "to none", "p50 us", "p99 us", "p99 to none", "attack/s");
        all.forEach((onslaught, results) -> out.printf(
                Locale.ROOT,
                "%-14s %,12.0f %,10d %24s %10.1f %10.1f %24s %,14.0f%n",
                onslaught.label(),
                middle(results, VictimRound::framesPerSecond),
                results.stream().mapToLong(VictimRound::lost).sum(),
                ratios(results, calm, VictimRound::framesPerSecond),
                middle(results, round -> round.medianNanos() / 1e3),
                middle(results, round -> round.p99Nanos() / 1e3),
                ratios(results, calm, VictimRound::p99Nanos),
                middle(results, VictimRound::attackPerSecond)));
        out.flush();
    }

    private static double middle(List<VictimRound> results, ToDoubleFunction<VictimRound> figure) {
        return Median.of(results.stream().mapToDouble(figure).toArray());
    }

    /** Round by round, since the machine is not as fast in each. */
    private static String ratios(
            List<VictimRound> results, List<VictimRound> calm, ToDoubleFunction<VictimRound> figure) {
        double[] ratios = IntStream.range(0, Math.min(results.size(), calm.size()))
                .mapToDouble(round ->
                        figure.applyAsDouble(results.get(round)) / Math.max(1, figure.applyAsDouble(calm.get(round))))
                .sorted()
                .toArray();
        return String.format(Locale.ROOT, "%.2f (%.2f, %.2f)", Median.of(ratios), ratios[0], ratios[ratios.length - 1]);
    }
}
