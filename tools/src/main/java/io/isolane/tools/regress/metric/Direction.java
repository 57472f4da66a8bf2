package io.isolane.tools.regress.metric;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which way of a metric is better. It comes from the unit alone, since names lie: JMH's {@code score} is better when it grows in one
 * mode and when it shrinks in another.
 */
public enum Direction {
    /** Work for a time: operations, frames or bits a second. */
    HIGHER_IS_BETTER,
    /** Cost: time, bytes or instructions for an operation, or frames lost. */
    LOWER_IS_BETTER;

    private static final String TIME = "(?:ns|us|µs|ms|s|sec|min|minute|hour|hr|day)";
    private static final Pattern RATE =
            Pattern.compile("(?:ops|[kMG]?(?:frames|packets|pps|bit|bits|bps|B|bytes)|[kMG]?op)/" + TIME);
    private static final Set<String> RATES = Set.of("pps", "kpps", "Mpps", "Gpps", "fps", "bps", "Mbps", "Gbps");
    private static final Pattern COST =
            Pattern.compile("(?:" + TIME + "|B|bytes|#|instructions|cycles|branches|misses)/(?:op|frame|packet)");
    private static final Pattern DURATION = Pattern.compile(TIME);
    private static final Pattern TIMED = Pattern.compile("(?:.*/)?" + TIME + "|" + TIME + "/.*");
    private static final Set<String> LOSSES = Set.of("%", "% loss", "frames lost");

    /**
     * The better way of a unit.
     *
     * @param unit as the result has it, for example {@code ops/us}, {@code Mpps}, {@code ns/op}, {@code B/op}, {@code us}; {@code %} is a
     *     share of frames lost
     * @throws IllegalArgumentException if the unit is not known; the message says which are
     */
    public static Direction of(String unit) {
        if (RATES.contains(unit) || RATE.matcher(unit).matches()) {
            return HIGHER_IS_BETTER;
        }
        if (LOSSES.contains(unit)
                || COST.matcher(unit).matches()
                || DURATION.matcher(unit).matches()) {
            return LOWER_IS_BETTER;
        }
        throw new IllegalArgumentException("The unit '" + unit
                + "' does not say which way is better; known are rates (ops/us, frames/s, Mpps, bit/s), costs (ns/op, us/op, B/op,"
                + " #/op), times (ns, us, ms, s) and losses (%)");
    }

    /** Whether figures of a unit change with the machine's speed: rates and times do, bytes or instructions for an operation do not. */
    static boolean isTimed(String unit) {
        return RATES.contains(unit) || TIMED.matcher(unit).matches();
    }
}
