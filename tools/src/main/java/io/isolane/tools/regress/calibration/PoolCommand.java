package io.isolane.tools.regress.calibration;

import io.isolane.tools.regress.result.Pool;
import io.isolane.tools.regress.result.PoolFile;
import io.isolane.tools.regress.result.Records;
import io.isolane.tools.regress.result.RunFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isolane regress pool}: many runs' forks in one small file. */
@Command(
        name = "pool",
        description = "Gathers the forks of runs of the same jar into one file, a line each, to draw experiments from.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Of a run of the same code all forks are taken, of another run the baseline's. A",
            "pool may be among the inputs, also the one that is written: it grows so. Forks",
            "that are there already are taken once.",
            "",
            "Exit codes: 0 written, 2 wrong use or runs that do not belong together.",
            "",
            "Examples:",
            "  isolane regress pool --out forks.jsonl aa",
            "  isolane regress pool --out forks.jsonl forks.jsonl aa-of-today"
        })
public final class PoolCommand implements Callable<Integer> {
    private static final int WRONG = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the pool is written.")
    private Path out = Path.of("");

    @Option(
            names = "--allow-unlike-machines",
            description = "Put forks of unlike machines or JVMs into one pool; by default they are refused.")
    private boolean areUnlikeMachinesAllowed;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUNS",
            description = "Files of 'isolane regress run --out', directories of 'isolane regress prove', or pools.")
    private List<Path> inputs = new ArrayList<>();

    /** Created by the command line. */
    public PoolCommand() {}

    @Override
    public Integer call() {
        PrintWriter errors = spec.commandLine().getErr();
        try {
            Records.requireWritable(out);
            Gathering gathering = new Gathering(areUnlikeMachinesAllowed);
            for (Path input : inputs) {
                for (Path file : files(input)) {
                    gathering.add(file.toString(), pool(file));
                }
            }
            Pool pool = gathering.pool();
            PoolFile.write(pool, out);
            PrintWriter text = spec.commandLine().getOut();
            text.println(out + ": " + Description.of(pool));
            text.flush();
            return 0;
        } catch (IOException | IllegalArgumentException refused) {
            errors.println("isolane regress pool: " + refused.getMessage());
            errors.flush();
            return WRONG;
        }
    }

    private static Pool pool(Path file) throws IOException {
        if (PoolFile.isPool(file)) {
            return PoolFile.read(file);
        }
        try {
            return Pool.of(RunFile.read(file));
        } catch (IllegalArgumentException unusable) {
            throw new IOException(file + ": " + unusable.getMessage(), unusable);
        }
    }

    private static List<Path> files(Path input) throws IOException {
        if (!Files.isDirectory(input)) {
            if (!Files.exists(input)) {
                throw new IOException(input + ": there is no such file or directory");
            }
            return List.of(input);
        }
        try (Stream<Path> entries = Files.list(input)) {
            List<Path> files = entries.filter(entry -> entry.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IOException(input + ": no *.json of 'isolane regress prove' in this directory");
            }
            return files;
        }
    }
}
