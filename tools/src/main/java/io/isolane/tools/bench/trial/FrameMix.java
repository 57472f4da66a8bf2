package io.isolane.tools.bench.trial;

import java.util.List;

/**
 * The lengths of a trial's frames. A length counts the four bytes of the FCS, as in RFC 2544, 9, though a virtual link carries none: a frame
 * of 64 has 60 bytes there. Immutable.
 *
 * @param name what reports call it: the length, or {@code IMIX}
 * @param parts lengths, and how many of each belong to a round
 */
public record FrameMix(String name, List<Part> parts) {
    /** Bytes of a frame check sequence. */
    public static final int FCS = 4;

    /** Shortest frame with FCS (IEEE 802.3, 3.2.8). */
    public static final int MIN_FRAME = 64;

    /** 28 of 64, 16 of 570 and 4 of 1518 bytes, as FD.io CSIT has it. */
    public static final FrameMix IMIX =
            new FrameMix("IMIX", List.of(new Part(64, 28), new Part(570, 16), new Part(1518, 4)));

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if there is none, or one is shorter than {@link #MIN_FRAME}
     */
    public FrameMix {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.bytes() < MIN_FRAME || part.weight() < 1)) {
            throw new IllegalArgumentException(
                    "frames of " + parts + ": there must be at least one length, and none under " + MIN_FRAME);
        }
    }

    /** Frames of one length, FCS included. */
    public static FrameMix of(int bytes) {
        return new FrameMix(Integer.toString(bytes), List.of(new Part(bytes, 1)));
    }

    /** The longest frame, FCS included. */
    public int longest() {
        return parts.stream().mapToInt(Part::bytes).max().orElseThrow();
    }

    /** Mean length in bytes, FCS included. */
    public double meanBytes() {
        long frames = parts.stream().mapToLong(Part::weight).sum();
        return parts.stream()
                        .mapToLong(part -> (long) part.bytes() * part.weight())
                        .sum()
                / (double) frames;
    }

    /**
     * Frames of one length.
     *
     * @param bytes FCS included
     * @param weight how many of them a round has
     */
    public record Part(int bytes, int weight) {}
}
