package io.isolane.tools.attack.packet;

import static io.isolane.core.frame.EthernetLayout.ADDRESSES_LENGTH;
import static io.isolane.tools.attack.packet.Octets.hex;
import static io.isolane.tools.attack.packet.Octets.join;
import static io.isolane.tools.attack.packet.Octets.mac;
import static io.isolane.tools.attack.packet.Octets.two;

import io.isolane.core.frame.EtherType;
import java.util.Arrays;

/** An Ethernet frame as its bytes are on a wire. Immutable. */
public final class CraftedFrame {
    /**
     * The second EtherType for local experiments (IEEE 802, 9.2.2): no filter has an opinion on it, as the Linux bridge's has on IP packets that are none.
     */
    public static final int EXPERIMENT = 0x88b6;

    private final byte[] bytes;

    private CraftedFrame(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A frame whose payload is of an EtherType, or of the length that stands in its place. */
    public static CraftedFrame of(long destination, long source, int type, byte[] payload) {
        return new CraftedFrame(join(mac(destination), mac(source), two(type), payload));
    }

    /** A frame of IEEE 802.2: {@code payload} begins with its LLC header. */
    public static CraftedFrame llc(long destination, long source, byte[] payload) {
        return of(destination, source, payload.length, payload);
    }

    /** Whatever these bytes are. */
    public static CraftedFrame raw(byte[] bytes) {
        return new CraftedFrame(bytes.clone());
    }

    /** One more tag in front of what there is. */
    public CraftedFrame tagged(int tpid, int tci) {
        return inserted(join(two(tpid), two(tci)));
    }

    /** One more customer tag in front of what there is. */
    public CraftedFrame tagged(int tci) {
        return tagged(EtherType.CUSTOMER_TAG, tci);
    }

    /** The EtherType behind LLC and SNAP (RFC 1042); {@code length} is what the frame says of its payload, right or wrong. */
    public CraftedFrame snap(int length) {
        return inserted(join(two(length), hex("aaaa03 000000")));
    }

    /** The length that {@link #snap} has to name if it is to be right. */
    public int snapLength() {
        return bytes.length - ADDRESSES_LENGTH + 6;
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    private CraftedFrame inserted(byte[] what) {
        return new CraftedFrame(join(
                Arrays.copyOf(bytes, ADDRESSES_LENGTH),
                what,
                Arrays.copyOfRange(bytes, ADDRESSES_LENGTH, bytes.length)));
    }
}
