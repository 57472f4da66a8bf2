package io.isolane.tools.regress.calibration;

import io.isolane.tools.regress.calibration.Calibration.Limits;
import io.isolane.tools.regress.gate.Design;
import io.isolane.tools.regress.result.Pool;
import io.isolane.tools.regress.result.PoolFile;
import io.isolane.tools.regress.result.Records;
import io.isolane.tools.regress.run.PercentConverter;
import io.isolane.tools.terminal.Bounds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code isolane regress calibrate}: how often would the gate be wrong? */
@Command(
        name = "calibrate",
        description =
                "Draws experiments from a pool of real forks, slows the candidate in some, lets the gate decide, and says how"
                        + " often it was right.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "An experiment is a stretch of forks as they ran, from a place that is drawn, with",
            "coins that are drawn: noise that lasts stays together. A slowed candidate's rates",
            "are divided and its times multiplied; its bytes stay.",
            "",
            "Exit codes: 0 the limits are kept, 1 they are not, 2 wrong use.",
            "",
            "Examples:",
            "  isolane regress calibrate --pool forks.jsonl",
            "  isolane regress calibrate --pool forks.jsonl --slowdowns 0,4 --find 4 --threshold 2"
        })
public final class CalibrateCommand implements Callable<Integer> {
    private static final int NOT_KEPT = 1;
    private static final int WRONG = 2;
    private static final int MOST_DRAWS = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--pool", required = true, paramLabel = "FILE", description = "What 'isolane regress pool' wrote.")
    private Path pool = Path.of("");

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Experiments for each slow-down. Default: ${DEFAULT-VALUE}.")
    private int draws;

    @Option(
            names = "--slowdowns",
            paramLabel = "PERCENT",
            split = ",",
            defaultValue = "0,2,3,5,10",
            description = "How much longer the candidate takes; 0 is the same code. Default: ${DEFAULT-VALUE}.")
    private List<Double> slowdowns = new ArrayList<>();

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            converter = PercentConverter.class,
            description = "The change asked about. Default: that of the pool's runs.")
    private @Nullable Double threshold;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            description = "Pairs of forks in each round. Default: that of the pool's runs.")
    private @Nullable Integer pairs;

    @Option(
            names = "--limit",
            paramLabel = "S",
            description = "Of an experiment's time. Default: that of the pool's runs.")
    private @Nullable Double limit;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the draws. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--most-calls",
            paramLabel = "PERCENT",
            defaultValue = "1",
            description =
                    "Experiments with the same code in which a difference may be called. Default: ${DEFAULT-VALUE}.")
    private double mostCalls;

    @Option(
            names = "--find",
            paramLabel = "PERCENT",
            defaultValue = "5",
            description = "The slow-down that must be found. Default: ${DEFAULT-VALUE}.")
    private double find;

    @Option(
            names = "--least-found",
            paramLabel = "PERCENT",
            defaultValue = "95",
            description = "Experiments in which it must be found. Default: ${DEFAULT-VALUE}.")
    private double leastFound;

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes everything to this file.")
    private @Nullable Path json;

    /** Created by the command line. */
    public CalibrateCommand() {}

    @Override
    public Integer call() {
        try {
            requireRanges();
            Calibration calibration = calibrate(PoolFile.read(pool));
            if (json != null) {
                Records.replace(json, Records.json(calibration) + "\n");
            }
            PrintWriter text = spec.commandLine().getOut();
            text.print(CalibrationText.of(
                    calibration, spec.commandLine().getColorScheme().ansi()));
            text.flush();
            return calibration.isKept() ? 0 : NOT_KEPT;
        } catch (IOException | IllegalArgumentException refused) {
            PrintWriter errors = spec.commandLine().getErr();
            errors.println("isolane regress calibrate: " + refused.getMessage());
            errors.flush();
            return WRONG;
        }
    }

    private Calibration calibrate(Pool forks) {
        Design design = design(forks.header().design());
        Experiments experiments = new Experiments(forks, design, seed);
        return new Calibration(
                Calibration.SCHEMA,
                Calibration.VERSION,
                pool + ": " + Description.of(forks),
                forks.header(),
                design,
                draws,
                seed,
                new Limits(mostCalls / 100, find / 100, leastFound / 100),
                slowdowns.stream()
                        .map(percent -> experiments.run(percent / 100, draws))
                        .toList());
    }

    private Design design(Design ofThePool) {
        return new Design(
                threshold == null ? ofThePool.threshold() : threshold,
                pairs == null ? ofThePool.pairs() : pairs,
                ofThePool.firstConfidence(),
                ofThePool.secondConfidence(),
                limit == null ? ofThePool.limitSeconds() : limit);
    }

    private void requireRanges() throws IOException {
        Bounds.require(spec, "--draws", draws, 1, MOST_DRAWS);
        slowdowns.forEach(percent -> Bounds.require(spec, "--slowdowns", percent, 0, 100));
        Bounds.require(spec, "--most-calls", mostCalls, 0, 100);
        Bounds.require(spec, "--find", find, 0, 100);
        Bounds.require(spec, "--least-found", leastFound, 0, 100);
        Bounds.require(spec, "--limit", limit == null ? 1 : limit, 1, 86_400);
        if (json != null) {
            Records.requireWritable(json);
        }
    }
}
