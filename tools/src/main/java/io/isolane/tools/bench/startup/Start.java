package io.isolane.tools.bench.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What one start came to. Immutable.
 *
 * @param firstFrameMillis from the begin of {@code main} to the first frame forwarded
 * @param firstFrameAfterExecMillis from before the process was made to the same
 * @param fullSpeedMillis from the begin of {@code main} to 90 % of full speed; null if that was not held
 * @param fullFramesPerSecond full speed
 * @param residentMiB memory at the end; null where the system does not say
 * @param peakMiB most memory; null where the system does not say
 */
record Start(
        double firstFrameMillis,
        double firstFrameAfterExecMillis,
        @Nullable Double fullSpeedMillis,
        double fullFramesPerSecond,
        @Nullable Double residentMiB,
        @Nullable Double peakMiB) {
    /**
     * Reads what a {@link Subject} printed.
     *
     * @param exec when its process was made, in microseconds since 1970
     * @throws IllegalArgumentException if that is not all that it prints
     */
    static Start read(List<String> lines, long exec) {
        long main = micros(lines, "main ");
        long first = micros(lines, "first ");
        List<Look> looks = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("at ")) {
                String[] words = line.split(" ", -1);
                looks.add(new Look(Long.parseLong(words[1]), Long.parseLong(words[2])));
            }
        }
        Speed speed = Speed.of(first, looks);
        OptionalLong reached = speed.reachedMicros();
        return new Start(
                (first - main) / 1e3,
                (first - exec) / 1e3,
                reached.isPresent() ? (reached.getAsLong() - main) / 1e3 : null,
                speed.full(),
                mebibytes(lines, "VmRSS:"),
                mebibytes(lines, "VmHWM:"));
    }

    private static long micros(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "it did not say '" + key.strip() + "' but: " + String.join(" | ", lines)));
    }

    /** proc(5) has kibibytes. */
    private static @Nullable Double mebibytes(List<String> lines, String key) {
        for (String line : lines) {
            if (line.startsWith(key)) {
                String digits = line.substring(key.length()).replace("kB", "").strip();
                return Long.parseLong(digits) / 1024.0;
            }
        }
        return null;
    }
}
