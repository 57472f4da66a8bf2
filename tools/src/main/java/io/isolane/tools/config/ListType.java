package io.isolane.tools.config;

import io.isolane.tools.config.Node.Listing;
import java.util.List;
import java.util.Optional;

/** Values of one type in order. */
record ListType<T>(String form, ValueType<T> item, boolean mayBeEmpty) implements ValueType<List<T>> {
    static <T> ListType<T> of(String form, ValueType<T> item) {
        return new ListType<>(form, item, true);
    }

    /** A list of one item or more. */
    static <T> ListType<T> some(String form, ValueType<T> item) {
        return new ListType<>(form, item, false);
    }

    @Override
    public Optional<List<T>> read(Node node, Problems problems) {
        if (!(node instanceof Listing listing)) {
            problems.report(node, "is no list; write " + form + ", in brackets or each after a hyphen");
            return Optional.empty();
        }
        if (listing.items().isEmpty() && !mayBeEmpty) {
            problems.report(node, "is empty; write " + form);
            return Optional.empty();
        }
        List<T> values = listing.items().stream()
                .flatMap(each -> item.read(each, problems).stream())
                .toList();
        return values.size() == listing.items().size() ? Optional.of(values) : Optional.empty();
    }
}
