package io.isolane.tools.config;

import io.isolane.tools.config.Node.Scalar;
import io.isolane.tools.config.Node.Scalar.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * A single value.
 *
 * @param kinds what YAML may take it for
 * @param meaning the value of a text, or a {@link ComplaintException} that says what is wrong with it
 */
record ScalarType<T>(String form, Set<Kind> kinds, Meaning<T> meaning) implements ValueType<T> {
    /** What a text means. */
    @FunctionalInterface
    interface Meaning<T> {
        T of(String text) throws ComplaintException;
    }

    /** What is wrong with one value, and what would mend it. */
    static final class ComplaintException extends Exception {
        private static final long serialVersionUID = 1L;

        ComplaintException(String complaint) {
            super(complaint, null, false, false);
        }
    }

    @Override
    public Optional<T> read(Node node, Problems problems) {
        if (!(node instanceof Scalar scalar)) {
            problems.report(node, "is no single value; write " + form);
            return Optional.empty();
        }
        if (scalar.kind() == Kind.NOTHING) {
            problems.report(node, "has no value; write " + form + ", or leave the key out");
            return Optional.empty();
        }
        if (!kinds.contains(scalar.kind())) {
            String quotes = kinds.equals(Set.of(Kind.TEXT)) ? " in quotes" : "";
            problems.report(node, "is " + scalar.kind().description() + "; write " + form + quotes);
            return Optional.empty();
        }
        try {
            return Optional.of(meaning.of(scalar.text()));
        } catch (ComplaintException wrong) {
            problems.report(node, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }
}
