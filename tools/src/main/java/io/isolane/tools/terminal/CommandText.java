package io.isolane.tools.terminal;

import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The command line that was given, for reports that say where they came from. Stateless. */
public final class CommandText {
    private CommandText() {}

    /** Program and arguments, quoted where a shell needs it. */
    public static String of(CommandSpec spec) {
        return spec.root().commandLine().getParseResult().originalArgs().stream()
                .map(CommandText::quoted)
                .collect(Collectors.joining(" ", spec.root().name() + " ", ""));
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:,=@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
