package io.isolane.tools.explain;

import io.isolane.core.frame.MacAddress;
import io.isolane.dataplane.pipeline.Explainer;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A station that is supposed to have been learnt before the frame arrives. Immutable.
 *
 * @param vid the VLAN it was heard in; empty for that of the port's untagged frames
 */
record Supposition(long station, String port, OptionalInt vid) {
    private static final Pattern TEXT = Pattern.compile("([^@]+)@([^/]+)(?:/(\\d{1,4}))?");

    /**
     * The supposition that {@code text} says.
     *
     * @throws IllegalArgumentException if it is not written {@code MAC@PORT[/VLAN]}
     */
    static Supposition parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "--learn '" + text + "' is not written MAC@PORT or MAC@PORT/VLAN, as in 52:54:00:77:00:02@vm2/10");
        }
        try {
            return new Supposition(
                    MacAddress.parse(parts.group(1)),
                    parts.group(2),
                    parts.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts.group(3))));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("--learn " + malformed.getMessage(), malformed);
        }
    }

    /**
     * Makes it so.
     *
     * @throws IllegalArgumentException if it cannot be, saying why
     */
    void apply(Explainer explainer) {
        try {
            explainer.learn(port, station, vid);
        } catch (IllegalArgumentException impossible) {
            throw new IllegalArgumentException("--learn " + this + ": " + impossible.getMessage(), impossible);
        }
    }

    @Override
    public String toString() {
        return MacAddress.format(station) + "@" + port + (vid.isPresent() ? "/" + vid.getAsInt() : "");
    }
}
