package io.isolane.core.frame;

import io.isolane.core.memory.RawMemory;

/**
 * Reads DHCP messages at absolute addresses (RFC 2131, 2; RFC 2132), UDP's payload from its first byte on. Addresses as
 * numbers, times in seconds. {@link #isSound} comes first: the others check nothing. Stateless; any thread that owns the frame.
 *
 * <pre>
 *   0    1       2        4     8           12       16       20       24       28        44      108    236      240
 *  +----+-------+--------+-----+-----------+--------+--------+--------+--------+---------+-------+------+--------+---------
 *  | op | htype | length | xid | secs,flags| ciaddr | yiaddr | siaddr | giaddr | chaddr  | sname | file | cookie | options
 *  +----+-------+--------+-----+-----------+--------+--------+--------+--------+---------+-------+------+--------+---------
 * </pre>
 */
public final class DhcpMessage {
    public static final int SERVER_PORT = 67;
    public static final int CLIENT_PORT = 68;

    public static final int REQUEST = 3;
    public static final int DECLINE = 4;
    public static final int ACK = 5;
    public static final int RELEASE = 7;
    /** The type of a BOOTP message, which has none. */
    public static final int NO_TYPE = 0;

    /** A lease time that never ends. */
    public static final long FOREVER = 0xffff_ffffL;

    /** Longer messages than any link of a host carries whole are not read. */
    private static final int MAX_LENGTH = 2048;

    private static final int SERVER_NAME = 44;
    private static final int BOOT_FILE = 108;
    private static final int COOKIE = 236;
    private static final int OPTIONS = 240;
    private static final int MAGIC = 0x6382_5363;
    private static final int BOOT_REQUEST = 1;
    /** Ethernet, six octets. */
    private static final int ETHERNET = 0x0106;

    private static final int REQUESTED_ADDRESS = 50;
    private static final int LEASE_TIME = 51;
    private static final int OVERLOAD = 52;
    private static final int MESSAGE_TYPE = 53;
    private static final int PAD = 0;
    private static final int END = 255;
    private static final int FILE_HAS_OPTIONS = 1;
    private static final int NAME_HAS_OPTIONS = 2;

    private static final int ABSENT = 0;
    private static final int BROKEN = -1;

    private DhcpMessage() {}

    /**
     * True if {@code length} bytes are a message about an Ethernet address whose options can be read: each of those asked for
     * here stands there once at most, in the options or where they overflow to (RFC 2132, 9.3), and has its right length.
     */
    public static boolean isSound(long message, int length) {
        return length >= OPTIONS
                && length <= MAX_LENGTH
                && (RawMemory.getShortBigEndian(message + 1) & 0xffff) == ETHERNET
                && RawMemory.getIntBigEndian(message + COOKIE) == MAGIC
                && hasAtMostOne(message, length, OVERLOAD, 1)
                && hasAtMostOne(message, length, MESSAGE_TYPE, 1)
                && hasAtMostOne(message, length, REQUESTED_ADDRESS, Integer.BYTES)
                && hasAtMostOne(message, length, LEASE_TIME, Integer.BYTES);
    }

    /** True if the first byte says that a client or its relay sends it. */
    public static boolean isClients(long message) {
        return RawMemory.getByte(message) == BOOT_REQUEST;
    }

    /** The number by which a client knows the answer. */
    public static int transaction(long message) {
        return RawMemory.getIntBigEndian(message + 4);
    }

    /** The address that the client has. */
    public static int clientAddress(long message) {
        return RawMemory.getIntBigEndian(message + 12);
    }

    /** The address that the server gives. */
    public static int yourAddress(long message) {
        return RawMemory.getIntBigEndian(message + 16);
    }

    /** The relay's address, 0 for none. */
    public static int relayAddress(long message) {
        return RawMemory.getIntBigEndian(message + 24);
    }

    /** The client's MAC address. */
    public static long clientMac(long message) {
        return RawMemory.getLongBigEndian(message + 28) >>> 16;
    }

    /** What the message is, such as {@link #ACK}. */
    public static int type(long message, int length) {
        int option = option(message, length, MESSAGE_TYPE);
        return option == ABSENT ? NO_TYPE : RawMemory.getByte(message + option + 1) & 0xff;
    }

    /** The address that the client asks for, 0 for none. */
    public static int requestedAddress(long message, int length) {
        int option = option(message, length, REQUESTED_ADDRESS);
        return option == ABSENT ? 0 : RawMemory.getIntBigEndian(message + option + 1);
    }

    /** How long the address is the client's, {@link #FOREVER} or 0 if nothing is said. */
    public static long leaseSeconds(long message, int length) {
        int option = option(message, length, LEASE_TIME);
        return option == ABSENT ? 0 : RawMemory.getIntBigEndian(message + option + 1) & 0xffff_ffffL;
    }

    private static boolean hasAtMostOne(long message, int length, int code, int bytes) {
        int option = option(message, length, code);
        return option == ABSENT || (option != BROKEN && RawMemory.getByte(message + option) == bytes);
    }

    /**
     * Where the length of the only option {@code code} stands; {@link #ABSENT} if there is none, {@link #BROKEN} if two are, or
     * one is cut.
     */
    private static int option(long message, int length, int code) {
        int found = optionIn(message, OPTIONS, length, code, ABSENT);
        int overload = code == OVERLOAD ? ABSENT : optionIn(message, OPTIONS, length, OVERLOAD, ABSENT);
        int where = overload > 0 ? RawMemory.getByte(message + overload + 1) : 0;
        if ((where & FILE_HAS_OPTIONS) != 0) {
            found = optionIn(message, BOOT_FILE, COOKIE, code, found);
        }
        if ((where & NAME_HAS_OPTIONS) != 0) {
            found = optionIn(message, SERVER_NAME, BOOT_FILE, code, found);
        }
        return found;
    }

    private static int optionIn(long message, int from, int to, int code, int foundBefore) {
        int found = foundBefore;
        int at = from;
        while (at < to && found != BROKEN) {
            int next = RawMemory.getByte(message + at) & 0xff;
            if (next == END) {
                return found;
            }
            if (next == PAD) {
                at++;
            } else {
                int end = at + 1 < to ? at + 2 + (RawMemory.getByte(message + at + 1) & 0xff) : to + 1;
                boolean isSecond = next == code && found != ABSENT;
                found = end > to || isSecond ? BROKEN : next == code ? at + 1 : found;
                at = end;
            }
        }
        return found;
    }
}
