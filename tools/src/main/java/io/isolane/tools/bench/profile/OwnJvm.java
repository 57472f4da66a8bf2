package io.isolane.tools.bench.profile;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The JVM that this program runs in. It notes for each instruction which line it came from only if it is told to when it starts; else a sample is
 * charged to the next safepoint, which is at the end of a loop. Stateless.
 */
final class OwnJvm {
    private static final String EXACT_LINES = "-XX:+DebugNonSafepoints";

    private OwnJvm() {}

    /** Whether the JVM was told so. */
    static boolean hasExactLines() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().contains(EXACT_LINES);
    }

    /** Runs what {@code program} was told once more in a JVM that is told so, and returns its exit code. */
    static int again(CommandSpec program) throws IOException, InterruptedException {
        RuntimeMXBean self = ManagementFactory.getRuntimeMXBean();
        List<String> words = new ArrayList<>();
        words.add(ProcessHandle.current().info().command().orElse("java"));
        words.addAll(self.getInputArguments());
        words.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", EXACT_LINES));
        words.addAll(List.of(
                "-cp", self.getClassPath(), program.userObject().getClass().getName()));
        words.addAll(program.commandLine().getParseResult().expandedArgs());
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }
}
