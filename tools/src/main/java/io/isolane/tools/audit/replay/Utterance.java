package io.isolane.tools.audit.replay;

import io.isolane.core.frame.EtherType;
import io.isolane.tools.audit.evidence.Station;
import java.util.Optional;

/** One frame of a conversation. Immutable. */
final class Utterance {
    private final Station sender;
    private final Optional<Station> receiver;
    private final int etherType;
    private final long timestampNanos;
    private final byte[] frame;

    Utterance(Station sender, Optional<Station> receiver, int etherType, long timestampNanos, byte[] frame) {
        this.sender = sender;
        this.receiver = receiver;
        this.etherType = etherType;
        this.timestampNanos = timestampNanos;
        this.frame = frame;
    }

    Station sender() {
        return sender;
    }

    /** Empty if it is for all. */
    Optional<Station> receiver() {
        return receiver;
    }

    boolean isArp() {
        return etherType == EtherType.ARP;
    }

    /** When it was sent, nanoseconds since 1970. */
    long timestampNanos() {
        return timestampNanos;
    }

    /** Its bytes as a wire carries them in a VLAN, 0 for none. */
    byte[] inVlan(int vlan) {
        return CustomerTag.insert(frame, vlan);
    }
}
