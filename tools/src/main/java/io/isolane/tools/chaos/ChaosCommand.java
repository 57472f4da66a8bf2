package io.isolane.tools.chaos;

import io.isolane.tools.terminal.Bounds;
import io.isolane.tools.terminal.StandardError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code isolane chaos}. */
@Command(
        name = "chaos",
        header = "Do mischief to a switch while two of its ports talk, and say whether they lost a frame.",
        description =
                "Ports come, go, break, get other VLANs, guards and limits, and are flooded while nobody reads, all at random, in one"
                        + " process. Meanwhile numbered frames go to and fro between two ports of the same network that nobody"
                        + " touches: none may be lost, doubled or overtaken, and in the end no slot of the frame memory may be missing.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing was lost", "1:something was", "2:wrong use"},
        footerHeading = "%nExamples:%n",
        footer = {"  tools/bin/isolane chaos", "  tools/bin/isolane chaos --seconds 20 --workers 1 --seed 7"})
public final class ChaosCommand implements Callable<Integer> {
    private static final int SOUND = 0;
    private static final int UNSOUND = 1;
    private static final int LONGEST = 86_400;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "600",
            description = "How long, 1 to 86400. Default: ten minutes.")
    private int seconds;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "Forwarding threads, 1 to 8; with more than one, what is checked crosses between them. Default: 2.")
    private int workers;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Where the random numbers begin. Default: 1.")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON too.")
    private @Nullable Path json;

    /** Created by the command line. */
    public ChaosCommand() {}

    @Override
    public Integer call() throws IOException {
        Bounds.require(spec, "--seconds", seconds, 1, LONGEST);
        Bounds.require(spec, "--workers", workers, 1, 8);
        PrintWriter err = spec.commandLine().getErr();
        try {
            ChaosResult result = new Chaos(workers, seed).run(Duration.ofSeconds(seconds), this::tell);
            err.println();
            print(result);
            if (json != null) {
                JsonMapper mapper = JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build();
                Files.write(json, mapper.writeValueAsBytes(result));
            }
            return result.isSound() ? SOUND : UNSOUND;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            err.println("isolane chaos: interrupted");
            return UNSOUND;
        }
    }

    private void tell(long frames) {
        if (StandardError.isTerminal()) {
            spec.commandLine().getErr().printf(Locale.ROOT, "\r%,d checked frames", frames);
            spec.commandLine().getErr().flush();
        }
    }

    private void print(ChaosResult result) {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Long> deeds = new TreeMap<>(result.deeds());
        out.println("Done to the other ports: "
                + deeds.entrySet().stream()
                        .map(deed -> String.format(Locale.ROOT, "%s %,d", deed.getKey(), deed.getValue()))
                        .collect(Collectors.joining(", ")));
        out.printf(
                Locale.ROOT,
                "Checked frames: %,d arrived, %,d lost, %,d doubled or late; %,d of others came; slots lost: %,d%n",
                result.arrived(),
                result.missing(),
                result.late(),
                result.strange(),
                result.slotsMissing());
        if (!result.failure().isEmpty()) {
            out.println("Ended early: " + result.failure());
        }
        out.println(result.isSound() ? "Sound." : "NOT SOUND. Again: --seed " + seed + " --workers " + workers);
        out.flush();
    }
}
