package io.isolane.tools.terminal;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Command lines as they would be typed into a shell. Stateless. */
public final class TypedLine {
    private TypedLine() {}

    /** The one that this program was given. */
    public static String of(CommandSpec spec) {
        List<String> words = spec.root().commandLine().getParseResult().originalArgs();
        return spec.root().name() + (words.isEmpty() ? "" : " " + of(words));
    }

    /** One of these words, quoted where a shell would read something else. */
    public static String of(List<String> words) {
        return words.stream().map(TypedLine::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:,=@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
