package io.isolane.tools.config;

import io.isolane.core.acl.AccessList;
import io.isolane.core.acl.AccessLists;
import java.util.List;

/**
 * The names of a port's access lists. Immutable.
 *
 * @param in those that what enters is asked by, in their order
 * @param out those that what leaves is asked by, in their order
 */
record AccessNames(List<String> in, List<String> out) {
    static final AccessNames NONE = new AccessNames(List.of(), List.of());

    AccessNames {
        in = List.copyOf(in);
        out = List.copyOf(out);
    }

    /** The lists of these names; those that there are not are left out. */
    AccessLists among(List<AccessList> lists) {
        return new AccessLists(among(lists, in), among(lists, out));
    }

    private static List<AccessList> among(List<AccessList> lists, List<String> names) {
        return names.stream()
                .flatMap(name -> lists.stream().filter(list -> list.name().equals(name)))
                .toList();
    }
}
