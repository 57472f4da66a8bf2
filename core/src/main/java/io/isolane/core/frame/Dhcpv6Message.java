package io.isolane.core.frame;

import io.isolane.core.memory.RawMemory;

/**
 * Reads DHCPv6 messages between clients and servers at absolute addresses (RFC 8415, 8, 21.4 to 21.6), UDP's payload from its
 * first byte on, and goes through the addresses that they carry:
 *
 * <pre>
 *   message.read(payload, length);
 *   while (message.nextAddress()) { message.addressHigh() ... }
 * </pre>
 *
 * <p>Addresses as two numbers, times in seconds. Allocates nothing; confined to its thread, as the frame is.
 */
public final class Dhcpv6Message {
    public static final int SERVER_PORT = 547;
    public static final int CLIENT_PORT = 546;

    public static final int SOLICIT = 1;
    public static final int REQUEST = 3;
    public static final int RENEW = 5;
    public static final int REBIND = 6;
    public static final int REPLY = 7;
    public static final int RELEASE = 8;
    public static final int DECLINE = 9;
    private static final int CONFIRM = 4;
    private static final int INFORMATION_REQUEST = 11;

    /** A lifetime that never ends. */
    public static final long FOREVER = 0xffff_ffffL;

    /** Longer messages than any link of a host carries whole are not read. */
    private static final int MAX_LENGTH = 2048;

    private static final int HEADER = 4;
    private static final int OPTION_HEADER = 4;
    private static final int IDENTITY_ASSOCIATION = 3;
    private static final int IDENTITY_LENGTH = 12;
    private static final int TEMPORARY_ASSOCIATION = 4;
    private static final int TEMPORARY_LENGTH = 4;
    private static final int ADDRESS = 5;
    private static final int ADDRESS_LENGTH = 24;

    private long message;
    private int end;
    private int at;
    private int associationEnd;
    private long address;

    /** Nothing read yet. */
    public Dhcpv6Message() {}

    /** The message's type, such as {@link #REPLY}. */
    public static int type(long message) {
        return RawMemory.getByte(message) & 0xff;
    }

    /** True for what a client sends, and neither a server nor a relay. */
    public static boolean isClients(int type) {
        return switch (type) {
            case SOLICIT, REQUEST, CONFIRM, RENEW, REBIND, RELEASE, DECLINE, INFORMATION_REQUEST -> true;
            default -> false;
        };
    }

    /**
     * Begins to read a message of {@code length} bytes; false if its options do not fill it, or those of an address
     * association.
     */
    public boolean read(long message, int length) {
        this.message = message;
        this.end = length;
        rewind();
        if (length < HEADER || length > MAX_LENGTH) {
            return false;
        }
        while (at < end) {
            if (!isOption(at, limit()) || isBrokenAddress()) {
                return false;
            }
            advance();
        }
        rewind();
        return true;
    }

    /** The number by which a client knows the answer. */
    public int transaction() {
        return RawMemory.getIntBigEndian(message) & 0xff_ffff;
    }

    /** Goes to the next address; false if there is none. */
    public boolean nextAddress() {
        while (at < end) {
            int option = at;
            boolean isAddress = at < associationEnd && code(at) == ADDRESS;
            advance();
            if (isAddress) {
                address = message + option + OPTION_HEADER;
                return true;
            }
        }
        return false;
    }

    /** Goes back to before the first address. */
    public void rewind() {
        at = HEADER;
        associationEnd = 0;
    }

    /** The first eight octets of the address. */
    public long addressHigh() {
        return RawMemory.getLongBigEndian(address);
    }

    /** The last eight octets of the address. */
    public long addressLow() {
        return RawMemory.getLongBigEndian(address + Long.BYTES);
    }

    /** How long the address is the client's: {@link #FOREVER}, 0 if no longer. */
    public long validSeconds() {
        return RawMemory.getIntBigEndian(address + 20) & 0xffff_ffffL;
    }

    /** Into an association, or behind the option. */
    private void advance() {
        if (at >= associationEnd && isAssociation(at)) {
            associationEnd = at + OPTION_HEADER + length(at);
            at += OPTION_HEADER + associationHeader(at);
        } else {
            at += OPTION_HEADER + length(at);
        }
    }

    private int limit() {
        return at < associationEnd ? associationEnd : end;
    }

    /** An option that ends before {@code limit}, and an association that is not too short for its own header. */
    private boolean isOption(int option, int limit) {
        return option + OPTION_HEADER <= limit
                && option + OPTION_HEADER + length(option) <= limit
                && length(option) >= (isAssociation(option) ? associationHeader(option) : 0);
    }

    private boolean isBrokenAddress() {
        return at < associationEnd && code(at) == ADDRESS && length(at) < ADDRESS_LENGTH;
    }

    private boolean isAssociation(int option) {
        return code(option) == IDENTITY_ASSOCIATION || code(option) == TEMPORARY_ASSOCIATION;
    }

    private int associationHeader(int option) {
        return code(option) == IDENTITY_ASSOCIATION ? IDENTITY_LENGTH : TEMPORARY_LENGTH;
    }

    private int code(int option) {
        return RawMemory.getShortBigEndian(message + option) & 0xffff;
    }

    private int length(int option) {
        return RawMemory.getShortBigEndian(message + option + 2) & 0xffff;
    }
}
