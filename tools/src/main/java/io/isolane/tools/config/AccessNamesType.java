package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;

import io.isolane.tools.config.Node.Listing;
import java.util.List;
import java.util.Optional;

/** The value of {@code access-list} of a port. */
final class AccessNamesType implements ValueType<AccessNames> {
    static final Key<List<String>> IN =
            optional("in", new NamesType(), List.of(), "what may enter; everything without lists");
    static final Key<List<String>> OUT =
            optional("out", new NamesType(), List.of(), "what may leave; everything without lists");
    static final Schema SCHEMA = Schema.of("port's access lists", IN, OUT);

    /** One name, or several in their order. */
    private static final class NamesType implements ValueType<List<String>> {
        private static final ValueType<String> NAME = Values.name();
        private static final ValueType<List<String>> NAMES = ListType.some("a list of access lists", NAME);

        @Override
        public String form() {
            return "the name of an access list, or a list of some";
        }

        @Override
        public Optional<List<String>> read(Node node, Problems problems) {
            return node instanceof Listing
                    ? NAMES.read(node, problems)
                    : NAME.read(node, problems).map(List::of);
        }
    }

    @Override
    public String form() {
        return "a mapping with `in` and `out`";
    }

    @Override
    public Optional<AccessNames> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems)
                .filter(Section::isSound)
                .map(sound -> new AccessNames(sound.get(IN), sound.get(OUT)));
    }
}
