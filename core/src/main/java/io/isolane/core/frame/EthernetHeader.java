package io.isolane.core.frame;

import io.isolane.core.memory.RawMemory;

/**
 * Reads and writes Ethernet headers at absolute addresses, as {@link EthernetLayout} draws them. The caller has seen that the
 * frame is long enough. Any thread that owns the frame.
 */
public final class EthernetHeader {
    private EthernetHeader() {}

    public static long destination(long frame) {
        return RawMemory.getLongBigEndian(frame) >>> 16;
    }

    /** Reads 8 bytes from offset 6 on, so 14 must be there. */
    public static long source(long frame) {
        return RawMemory.getLongBigEndian(frame + EthernetLayout.SOURCE) >>> 16;
    }

    public static int etherType(long frame) {
        return RawMemory.getShortBigEndian(frame + EthernetLayout.ETHER_TYPE) & 0xffff;
    }

    /** The tag control information, if {@link #etherType} is the TPID of a tag. */
    public static int tci(long frame) {
        return RawMemory.getShortBigEndian(frame + EthernetLayout.TCI) & 0xffff;
    }

    /** Writes the 14 bytes of an untagged header. */
    public static void write(long frame, long destination, long source, int etherType) {
        RawMemory.putLongBigEndian(frame, destination << 16 | source >>> 32);
        RawMemory.putIntBigEndian(frame + 8, (int) source);
        RawMemory.putShortBigEndian(frame + EthernetLayout.ETHER_TYPE, (short) etherType);
    }

    /** Writes a tag's four bytes where {@code tag} points. */
    public static void writeTag(long tag, int tpid, int tci) {
        RawMemory.putIntBigEndian(tag, tpid << 16 | tci);
    }
}
