package io.isolane.tools.explain;

import io.isolane.dataplane.pipeline.Explainer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The frame of an explanation: its bytes, or the fields of its header. */
final class FrameChoice {
    @Option(
            names = "--hex",
            paramLabel = "HEX",
            description = "All bytes from the destination address on, without the frame check sequence;"
                    + " spaces and colons are left out.")
    private @Nullable String hex;

    @ArgGroup(exclusive = false)
    private @Nullable FrameFields fields;

    /** Filled in by the command line. */
    FrameChoice() {}

    /**
     * The frame's bytes.
     *
     * @throws IllegalArgumentException that names the option and what would mend it
     */
    byte[] bytes() {
        if (fields != null) {
            return fields.bytes();
        }
        String digits = String.valueOf(hex).replaceAll("[\\s:]", "");
        if (digits.isEmpty()) {
            throw new IllegalArgumentException("--hex has no digits: write two for each byte of the frame");
        }
        if (digits.length() % 2 != 0) {
            throw new IllegalArgumentException(
                    "--hex has " + digits.length() + " digits, an odd number: write two for each byte");
        }
        if (digits.length() / 2 > Explainer.MAX_LENGTH) {
            throw new IllegalArgumentException("--hex has " + digits.length() / 2
                    + " bytes, more than any port takes: write at most " + Explainer.MAX_LENGTH);
        }
        return parsed(digits);
    }

    private static byte[] parsed(String digits) {
        for (int at = 0; at < digits.length(); at++) {
            if (!HexFormat.isHexDigit(digits.charAt(at))) {
                throw new IllegalArgumentException("--hex has '" + digits.charAt(at) + "' for its digit " + (at + 1)
                        + ": write 0 to 9 and a to f");
            }
        }
        return HexFormat.of().parseHex(digits);
    }
}
