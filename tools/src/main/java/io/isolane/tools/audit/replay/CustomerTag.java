package io.isolane.tools.audit.replay;

import static io.isolane.core.frame.EthernetLayout.ADDRESSES_LENGTH;
import static io.isolane.core.frame.EthernetLayout.TAG_LENGTH;

import io.isolane.core.frame.EtherType;
import java.nio.ByteBuffer;

/** Tags a frame as a wire carries it. Stateless. */
final class CustomerTag {
    private CustomerTag() {}

    /** The frame with the VLAN's tag in its place; the frame itself if {@code vlan} is 0. */
    static byte[] insert(byte[] frame, int vlan) {
        if (vlan == 0) {
            return frame;
        }
        return ByteBuffer.allocate(frame.length + TAG_LENGTH)
                .put(frame, 0, ADDRESSES_LENGTH)
                .putShort((short) EtherType.CUSTOMER_TAG)
                .putShort((short) vlan)
                .put(frame, ADDRESSES_LENGTH, frame.length - ADDRESSES_LENGTH)
                .array();
    }
}
