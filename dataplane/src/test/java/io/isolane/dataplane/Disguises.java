package io.isolane.dataplane;

/**
 * What is put between a frame's addresses and its packet, so that a guard looks past it: CVE-2021-27853, -27854, -27861 and
 * -27862 among them.
 */
public enum Disguises {
    NONE,
    PRIORITY_TAG,
    TWO_PRIORITY_TAGS,
    SERVICE_TAG,
    LEGACY_TAG_AND_PRIORITY_TAG,
    SNAP,
    SNAP_OF_A_BRIDGE_TUNNEL,
    SNAP_THAT_SAYS_TOO_SHORT_A_LENGTH,
    SNAP_THAT_SAYS_TOO_LONG_A_LENGTH,
    SNAP_WITH_NO_LENGTH_AND_NO_TYPE,
    SNAP_OF_JUMBO_FRAMES,
    SNAP_BEHIND_A_PRIORITY_TAG,
    PRIORITY_TAG_IN_SNAP,
    SNAP_IN_SNAP,
    PADDED;

    WireFrame of(WireFrame frame) {
        return switch (this) {
            case NONE -> frame;
            case PRIORITY_TAG -> frame.pushed(0x8100, 0);
            case TWO_PRIORITY_TAGS -> frame.pushed(0x8100, 0).pushed(0x8100, 0);
            case SERVICE_TAG -> frame.pushed(0x88a8, 5);
            case LEGACY_TAG_AND_PRIORITY_TAG -> frame.pushed(0x8100, 0).pushed(0x9100, 0);
            case SNAP -> snap(frame, "000000", frame.length() - 6);
            case SNAP_OF_A_BRIDGE_TUNNEL -> snap(frame, "0000f8", frame.length() - 6);
            case SNAP_THAT_SAYS_TOO_SHORT_A_LENGTH -> snap(frame, "000000", 3);
            case SNAP_THAT_SAYS_TOO_LONG_A_LENGTH -> snap(frame, "000000", 1500);
            case SNAP_WITH_NO_LENGTH_AND_NO_TYPE -> snap(frame, "000000", 0x5ff);
            case SNAP_OF_JUMBO_FRAMES -> snap(frame, "000000", 0x8870);
            case SNAP_BEHIND_A_PRIORITY_TAG -> SNAP.of(frame).pushed(0x8100, 0);
            case PRIORITY_TAG_IN_SNAP -> SNAP.of(frame.pushed(0x8100, 0));
            case SNAP_IN_SNAP -> SNAP.of(SNAP.of(frame));
            case PADDED -> new WireFrame(PacketBytes.join(frame.bytes(), new byte[37]));
        };
    }

    /** The length of the payload as the sender says it, or an EtherType in its place. */
    private static WireFrame snap(WireFrame frame, String organization, int length) {
        byte[] bytes = frame.bytes();
        byte[] payload = new byte[6 + bytes.length - 12];
        System.arraycopy(PacketBytes.hex("aaaa03" + organization), 0, payload, 0, 6);
        System.arraycopy(bytes, 12, payload, 6, bytes.length - 12);
        return WireFrame.of(frame.destination(), frame.source(), length, payload);
    }
}
