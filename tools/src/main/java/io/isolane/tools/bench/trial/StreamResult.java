package io.isolane.tools.bench.trial;

/**
 * What became of one stream. Immutable.
 *
 * @param intended frames that should have been sent
 * @param sent frames that the device's port took from the tester
 * @param expected copies that should have arrived: those sent, once for each port they were for
 * @param received copies that arrived where they belong, each counted once
 * @param duplicates copies that came again to a port that had them already
 * @param reordered copies that came after a later frame of the same stream, at the same port
 * @param misdirected copies that came to a port they were not for: flooded, or leaked
 */
public record StreamResult(
        long intended, long sent, long expected, long received, long duplicates, long reordered, long misdirected) {
    /** Nothing was sent. */
    public static final StreamResult NONE = new StreamResult(0, 0, 0, 0, 0, 0, 0);

    /** Copies that did not arrive. */
    public long lost() {
        return expected - received;
    }

    public StreamResult plus(StreamResult other) {
        return new StreamResult(
                intended + other.intended,
                sent + other.sent,
                expected + other.expected,
                received + other.received,
                duplicates + other.duplicates,
                reordered + other.reordered,
                misdirected + other.misdirected);
    }
}
