package io.isolane.tools.terminal;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Options that must lie between two values. Stateless. */
public final class Bounds {
    private Bounds() {}

    /**
     * Refuses a value that lies outside.
     *
     * @throws ParameterException that names the option, its value and what it may be
     */
    public static void require(CommandSpec spec, String option, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '" + option + "': " + number(value) + " is not from " + number(lowest)
                            + " to " + number(highest));
        }
    }

    /** As someone would type it. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
