package io.isolane.dataplane.exhaustive.rules;

/**
 * A frame, by what is special about it.
 *
 * @param about the port whose station is meant by {@code target} or {@code origin}, where they mean one
 * @param tags its place in {@link Questions#TAGS}
 */
public record Question(Target target, Origin origin, Shape shape, int about, int tags) {
    /** Whom it is for. */
    public enum Target {
        BROADCAST,
        GROUP,
        LINK_LOCAL,
        /** The first group address that is not link-local. */
        BESIDE_LINK_LOCAL,
        /** The station behind the port in question. */
        STATION,
        /** The second station behind the port that sends. */
        SECOND_STATION,
        /** A station that nobody has heard. */
        STRANGER,
        /** The station that sends. */
        ITSELF;

        boolean isGroup() {
            return this == BROADCAST || this == GROUP || this == LINK_LOCAL || this == BESIDE_LINK_LOCAL;
        }
    }

    /** Whom it says it is from. */
    public enum Origin {
        STATION,
        SECOND_STATION,
        GROUP,
        ZERO,
        /** The station behind the port in question, which is another. */
        NEIGHBOUR,
        /** A station that nobody has heard. */
        STRANGER
    }

    /** How much of it there is. */
    public enum Shape {
        WHOLE,
        /** A byte less than an Ethernet header. */
        RUNT,
        /** It ends inside its first tag. */
        CUT_IN_TAG
    }

    @Override
    public String toString() {
        return target + " from " + origin + " " + shape + " about port " + about + ", "
                + TagStack.text(Questions.TAGS.get(tags));
    }
}
