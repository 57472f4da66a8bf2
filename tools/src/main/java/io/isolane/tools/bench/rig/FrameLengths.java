package io.isolane.tools.bench.rig;

import io.isolane.tools.bench.trial.FrameMix;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The lengths that frames take in turn, in bytes from the destination address to the last of the payload: without the frame check
 * sequence, which no frame has in memory, so that 64 here are 68 on a wire. Immutable; any thread.
 */
public final class FrameLengths {
    /**
     * 28 frames of 64 bytes, 16 of 570 and 4 of 1,518, the mix that FD.io CSIT calls IMIX_v4_1, as four equal rounds in which the lengths
     * are spread as evenly as they can be.
     */
    public static final FrameLengths IMIX =
            new FrameLengths("imix", 64, 570, 64, 64, 570, 64, 1518, 64, 570, 64, 570, 64);

    private final String label;
    private final int[] bytes;

    private FrameLengths(String label, int... bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    /** All frames of one length. */
    public static FrameLengths of(int bytes) {
        return new FrameLengths(Integer.toString(bytes), bytes);
    }

    /**
     * What is written as a number of bytes or as {@code imix}.
     *
     * @throws IllegalArgumentException if {@code text} is neither
     */
    public static FrameLengths parse(String text) {
        if (text.equals(IMIX.label)) {
            return IMIX;
        }
        try {
            return of(Integer.parseInt(text));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "frame size '" + text + "' is neither a number of bytes, such as 64, nor 'imix'", notANumber);
        }
    }

    /** How many there are before they come again. */
    public int count() {
        return bytes.length;
    }

    /** The length of frame {@code i} of a round, from 0 to {@link #count} - 1. */
    public int at(int i) {
        return bytes[i];
    }

    public int shortest() {
        return Arrays.stream(bytes).min().orElseThrow();
    }

    public int longest() {
        return Arrays.stream(bytes).max().orElseThrow();
    }

    /** The same lengths as a trial has them, with FCS. */
    FrameMix mix() {
        Map<Integer, Long> counts = Arrays.stream(bytes)
                .boxed()
                .collect(Collectors.groupingBy(length -> length, LinkedHashMap::new, Collectors.counting()));
        return new FrameMix(
                label,
                counts.entrySet().stream()
                        .map(part -> new FrameMix.Part(
                                part.getKey() + FrameMix.FCS, part.getValue().intValue()))
                        .toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrameLengths lengths && Arrays.equals(bytes, lengths.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return label;
    }
}
