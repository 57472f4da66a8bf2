package io.isolane.core.acl;

import java.util.List;
import java.util.stream.Stream;

/**
 * The access lists of a port. One after another is asked until a rule decides; a frame for which none does is dropped, so that what nobody has
 * thought of does not pass. A direction without lists lets everything pass. Immutable.
 *
 * @param in for frames that enter the switch on the port
 * @param out for frames that leave it there
 */
public record AccessLists(List<AccessList> in, List<AccessList> out) {
    /** No lists either way. */
    public static final AccessLists NONE = new AccessLists(List.of(), List.of());

    public AccessLists {
        in = List.copyOf(in);
        out = List.copyOf(out);
    }

    /** Both directions' lists. */
    public Stream<AccessList> all() {
        return Stream.concat(in.stream(), out.stream());
    }
}
