package io.isolane.dataplane.linux;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * A {@code struct ifreq} (linux/if.h): an interface's name and what is asked of it or answered. Confined to one
 * thread, made for one request.
 *
 * <pre>
 *   0               16                      40
 *   +---------------+-----------------------+
 *   | name, 0-ended | flags, MTU, index or  |
 *   |               | family + MAC address  |
 *   +---------------+-----------------------+
 * </pre>
 */
final class InterfaceRequest {
    private static final int NAME_BYTES = 16;
    private static final int VALUE = NAME_BYTES;
    private static final int HARDWARE_ADDRESS = VALUE + 2;
    private static final int BYTES = 40;
    private static final int MAC_BYTES = 6;
    /** linux/if_arp.h. */
    private static final short ARPHRD_ETHER = 1;

    private final MemorySegment segment;

    InterfaceRequest(Arena arena, String name) {
        byte[] bytes = requireName(name).getBytes(StandardCharsets.UTF_8);
        segment = arena.allocate(BYTES, Long.BYTES);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, segment, 0, bytes.length);
    }

    /** Refuses what the kernel would refuse or read as a pattern. */
    static String requireName(String name) {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length >= NAME_BYTES || !name.matches("[^/:%\\s]+") || name.matches("\\.\\.?")) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no interface name: 1 to 15 bytes without '/', ':', '%' and spaces");
        }
        return name;
    }

    long address() {
        return segment.address();
    }

    int flags() {
        return RawMemory.getShort(address() + VALUE) & 0xffff;
    }

    void flags(int flags) {
        RawMemory.putShort(address() + VALUE, (short) flags);
    }

    /** The MTU or the index, as the request was. */
    int number() {
        return RawMemory.getInt(address() + VALUE);
    }

    void number(int value) {
        RawMemory.putInt(address() + VALUE, value);
    }

    long macAddress() {
        long mac = 0;
        for (int i = 0; i < MAC_BYTES; i++) {
            mac = (mac << 8) | (RawMemory.getByte(address() + HARDWARE_ADDRESS + i) & 0xff);
        }
        return mac;
    }

    void macAddress(long mac) {
        RawMemory.putShort(address() + VALUE, ARPHRD_ETHER);
        for (int i = 0; i < MAC_BYTES; i++) {
            RawMemory.putByte(address() + HARDWARE_ADDRESS + i, (byte) (mac >>> (8 * (MAC_BYTES - 1 - i))));
        }
    }
}
