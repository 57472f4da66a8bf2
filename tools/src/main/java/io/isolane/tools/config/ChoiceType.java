package io.isolane.tools.config;

import io.isolane.tools.config.Node.Scalar.Kind;
import io.isolane.tools.config.ScalarType.ComplaintException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of several words.
 *
 * @param words in the order of the documentation
 * @param values what each word stands for
 */
record ChoiceType<T>(List<String> words, Map<String, T> values) implements ValueType<T> {
    static <T> ChoiceType<T> of(List<T> values, Function<T, String> label) {
        return new ChoiceType<>(
                values.stream().map(label).toList(),
                values.stream().collect(Collectors.toMap(label, Function.identity())));
    }

    @Override
    public String form() {
        return alternatives(words);
    }

    @Override
    public Optional<T> read(Node node, Problems problems) {
        return new ScalarType<>(form(), Set.of(Kind.TEXT), this::meaning).read(node, problems);
    }

    /** The words as a sentence lists them. */
    static String alternatives(List<String> words) {
        String all = "`" + String.join("`, `", words) + "`";
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }

    private T meaning(String word) throws ComplaintException {
        T value = values.get(word);
        if (value == null) {
            String mend = Spelling.nearest(word, words)
                    .map(meant -> "did you mean '" + meant + "'?")
                    .orElseGet(() -> "write " + form());
            throw new ComplaintException("is unknown; " + mend);
        }
        return value;
    }
}
