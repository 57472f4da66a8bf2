package io.isolane.tools.attack.site;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;
import java.nio.ByteBuffer;

/** Customer tags of whole frames, as bytes (IEEE 802.1Q, 9.6). Stateless. */
final class Tags {
    private static final int VID_MASK = 0xfff;

    private Tags() {}

    /** The frame with the tag of a VLAN in front of its EtherType; the frame itself if {@code vid} is 0 or it has no two addresses. */
    static byte[] pushed(byte[] frame, int vid) {
        return vid == 0 || frame.length < EthernetLayout.ADDRESSES_LENGTH ? frame : pushedTci(frame, vid);
    }

    static byte[] pushedTci(byte[] frame, int tci) {
        int addresses = EthernetLayout.ADDRESSES_LENGTH;
        return ByteBuffer.allocate(frame.length + EthernetLayout.TAG_LENGTH)
                .put(frame, 0, addresses)
                .putShort((short) EtherType.CUSTOMER_TAG)
                .putShort((short) tci)
                .put(frame, addresses, frame.length - addresses)
                .array();
    }

    /** True if the first tag names this VLAN. */
    static boolean isTagged(byte[] frame, int vid) {
        return frame.length >= EthernetLayout.TAGGED_HEADER_LENGTH
                && (ByteBuffer.wrap(frame).getShort(EthernetLayout.ADDRESSES_LENGTH) & 0xffff) == EtherType.CUSTOMER_TAG
                && (ByteBuffer.wrap(frame).getShort(EthernetLayout.HEADER_LENGTH) & VID_MASK) == vid;
    }

    /** The frame without its first tag. */
    static byte[] popped(byte[] frame) {
        int addresses = EthernetLayout.ADDRESSES_LENGTH;
        int rest = addresses + EthernetLayout.TAG_LENGTH;
        return ByteBuffer.allocate(frame.length - EthernetLayout.TAG_LENGTH)
                .put(frame, 0, addresses)
                .put(frame, rest, frame.length - rest)
                .array();
    }
}
