package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.soak.SoakRun;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code isolane bench soak}: a long look at the load that loses one frame in ten million. */
@Command(
        name = "soak",
        description =
                "Soaks a device near the load that loses one frame in ten million, and estimates that load (PLRsearch).",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Every trial is evidence; the progress line has the estimate and its 95 %% interval so",
            "far. Unless --mode and --frame-size say otherwise: learning, 64 bytes. Each setting",
            "takes the whole time. Ctrl-C ends it with what is known.",
            "",
            "Exit codes: 0 all was measured, 1 a file could not be written or a reset failed,",
            "2 the command line is wrong or a device is missing, 130 interrupted: what was",
            "finished is kept and printed.",
            "",
            "Examples:",
            "  isolane bench soak --minutes 10",
            "  isolane bench soak --hours 2 --mode learning --frame-size imix --loss 1e-6"
        })
public final class SoakCommand implements Callable<Integer> {
    private static final double MAX_SECONDS = 3_600_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions options;

    @ArgGroup
    private Time time = new Time();

    @Option(
            names = "--loss",
            paramLabel = "SHARE",
            defaultValue = "1e-7",
            description = "Share of the frames that may be lost on average, above 0 and below 1. Default: 1e-7.")
    private double loss;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the numerical integration: the same trials give the same estimate. Default: 1.")
    private long seed;

    /** Created by the command line. */
    public SoakCommand() {}

    @Override
    public Integer call() {
        return new SuiteRun(spec, order()).execute();
    }

    /** How long to soak. */
    static final class Time {
        private static final int USUAL_MINUTES = 10;

        @Option(names = "--hours", paramLabel = "H", description = "How long, in hours.")
        private @Nullable Double hours;

        @Option(names = "--minutes", paramLabel = "M", description = "How long, in minutes. Default: 10.")
        private @Nullable Double minutes;

        /** Created by the command line. */
        Time() {}

        private double seconds() {
            if (hours != null) {
                return hours * 3_600;
            }
            return (minutes == null ? USUAL_MINUTES : minutes) * 60;
        }
    }

    private Order order() {
        if (!(loss > 0 && loss < 1)) {
            throw options.wrong("--loss", loss + " is not above 0 and below 1");
        }
        double seconds = time.seconds();
        if (!(seconds >= 1 && seconds <= MAX_SECONDS)) {
            throw new ParameterException(
                    spec.commandLine(), "A soak of " + seconds + " s is not from 1 s to 1000 hours");
        }
        Duration duration = Duration.ofMillis(Math.round(seconds * 1e3));
        return options.order(
                spec, SoakRun.NAME, () -> List.of(new SoakRun(duration, loss, seed, System::nanoTime)), Usual.SOAK);
    }
}
