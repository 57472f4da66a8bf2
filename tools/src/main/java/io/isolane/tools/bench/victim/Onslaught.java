package io.isolane.tools.bench.victim;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.frame.MacAddress;
import io.isolane.core.memory.RawMemory;
import java.util.Locale;

/** What the attacker does at full speed. */
enum Onslaught {
    /** It prepares frames and gives none to the switch: the victim's sender is as busy as in the other rounds. */
    NONE,
    /** Broadcasts. */
    BROADCASTS,
    /** Frames from ever new addresses to nobody. */
    NEW_ADDRESSES,
    /** Runts, which no stage but the first sees. */
    RUNTS,
    /** Nothing: the victim's every other frame is for it, and it does not read them. */
    SILENCE;

    private static final long NOBODY = 0x02_00_00_00_ff_ffL;
    private static final long PREFIX = 0x06_00_00_00_00_00L;
    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;
    private static final int RUNT = 13;
    private static final int LENGTH = 60;

    /** The name in tables. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean sends() {
        return this == BROADCASTS || this == NEW_ADDRESSES || this == RUNTS;
    }

    /** Bytes of a frame. */
    int length() {
        return this == RUNTS ? RUNT : LENGTH;
    }

    /** Writes a frame, the {@code number}th. */
    void write(long address, long station, long number) {
        long destination = this == NEW_ADDRESSES ? NOBODY : MacAddress.BROADCAST;
        long source = this == NEW_ADDRESSES ? PREFIX | (number * GOLDEN) >>> 24 : station;
        address(address, destination, source);
    }

    /** Writes addresses and an EtherType. */
    static void address(long frame, long destination, long source) {
        RawMemory.putLongBigEndian(frame, destination << Short.SIZE | source >>> Integer.SIZE);
        RawMemory.putIntBigEndian(frame + Long.BYTES, (int) source);
        RawMemory.putShortBigEndian(frame + EthernetLayout.ETHER_TYPE, (short) EtherType.IPV4);
    }
}
