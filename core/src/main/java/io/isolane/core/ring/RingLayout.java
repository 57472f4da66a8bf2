package io.isolane.core.ring;

/**
 * Where a ring's words lie, in bytes from its start. Each side's words have 128 bytes to themselves, two cache lines, because
 * processors fetch lines in pairs.
 *
 * <pre>
 *    0        8              128      136            256
 *   +--------+--------------+--------+--------------+------------------------+
 *   | tail   | head, cached | head   | tail, cached | capacity x 8 bytes     |
 *   | (written by producer) | (written by consumer) |                        |
 *   +--------+--------------+--------+--------------+------------------------+
 * </pre>
 */
public final class RingLayout {
    public static final int TAIL = 0;
    public static final int CACHED_HEAD = 8;
    public static final int HEAD = 128;
    public static final int CACHED_TAIL = 136;
    public static final int ITEMS = 256;

    private RingLayout() {}
}
