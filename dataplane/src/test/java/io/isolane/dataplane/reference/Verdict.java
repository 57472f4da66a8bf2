package io.isolane.dataplane.reference;

import io.isolane.core.counter.DropReason;
import io.isolane.dataplane.WireFrame;

/** What becomes of a frame at the port where it enters. */
sealed interface Verdict {
    /**
     * It is in.
     *
     * @param priority PCP and DEI, in their places in a tag
     * @param payload the frame without the tag that named the VLAN
     */
    record Admitted(ReferenceVlan vlan, int priority, WireFrame payload) implements Verdict {}

    /** It is not, and why. */
    record Refused(DropReason reason) implements Verdict {}
}
