package io.isolane.dataplane;

import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.util.Arrays;
import java.util.HexFormat;

/** A frame as its bytes are on a wire. Immutable. */
public final class WireFrame {
    private static final int ADDRESSES = 12;
    public static final int HEADER = 14;
    private static final int TAG = 4;

    private final byte[] bytes;

    public WireFrame(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A frame without a tag. */
    public static WireFrame of(long destination, long source, int type, byte[] payload) {
        byte[] bytes = new byte[HEADER + payload.length];
        for (int i = 0; i < 6; i++) {
            bytes[i] = (byte) (destination >>> (40 - 8 * i));
            bytes[6 + i] = (byte) (source >>> (40 - 8 * i));
        }
        putShort(bytes, ADDRESSES, type);
        System.arraycopy(payload, 0, bytes, HEADER, payload.length);
        return new WireFrame(bytes);
    }

    /** A new frame of {@code nic} with these bytes. Allocates nothing on the heap. */
    public long writtenTo(VirtualNic nic) {
        long frame = nic.allocate(bytes.length);
        RawMemory.put(nic.address(frame), bytes);
        return frame;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    public long destination() {
        return address(0);
    }

    public long source() {
        return address(6);
    }

    public int type() {
        return getShort(ADDRESSES);
    }

    /** The tag control information of the first tag. */
    public int tci() {
        return getShort(HEADER);
    }

    public boolean beginsWithTag() {
        int type = length() < HEADER ? 0 : type();
        return type == 0x8100 || type == 0x88a8 || type == 0x9100;
    }

    public boolean endsInsideTag() {
        return beginsWithTag() && length() < HEADER + TAG;
    }

    /** What an MTU counts: a tag is not counted. */
    public int lengthWithoutTag() {
        return length() - (beginsWithTag() ? TAG : 0);
    }

    /** The frame without its first tag. */
    public WireFrame popped() {
        byte[] shorter = new byte[length() - TAG];
        System.arraycopy(bytes, 0, shorter, 0, ADDRESSES);
        System.arraycopy(bytes, ADDRESSES + TAG, shorter, ADDRESSES, shorter.length - ADDRESSES);
        return new WireFrame(shorter);
    }

    /** The frame with one more tag in front of what it has. */
    public WireFrame pushed(int tpid, int tci) {
        byte[] longer = new byte[length() + TAG];
        System.arraycopy(bytes, 0, longer, 0, ADDRESSES);
        putShort(longer, ADDRESSES, tpid);
        putShort(longer, ADDRESSES + 2, tci);
        System.arraycopy(bytes, ADDRESSES, longer, ADDRESSES + TAG, length() - ADDRESSES);
        return new WireFrame(longer);
    }

    /** Its first {@code length} bytes. */
    public WireFrame cut(int length) {
        return new WireFrame(Arrays.copyOf(bytes, Math.min(length, bytes.length)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WireFrame frame && Arrays.equals(bytes, frame.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In hexadecimal, a long payload abbreviated. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 34))
                + (bytes.length > 34 ? "..(" + bytes.length + ")" : "");
    }

    private long address(int at) {
        return (long) getShort(at) << 32 | (long) getShort(at + 2) << 16 | getShort(at + 4);
    }

    private int getShort(int at) {
        return Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
    }

    private static void putShort(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >>> 8);
        bytes[at + 1] = (byte) value;
    }
}
