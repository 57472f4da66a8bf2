package io.isolane.tools.audit.evidence;

import io.isolane.core.frame.MacAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Frames that a listener has no business to hear, by who sent them to whom: the columns of the matrix. */
public enum Flow {
    VM2_TO_LAN(Station.VM2, Station.LAN),
    VM2_TO_VM3(Station.VM2, Station.VM3),
    HOST_TO_LAN(Station.HOST, Station.LAN),
    LAN_TO_VM2(Station.LAN, Station.VM2),
    LAN_TO_HOST(Station.LAN, Station.HOST),
    /** Every other unicast between two stations that are not the listener. */
    OTHER_UNICAST("other unicast"),
    /** Broadcast and multicast. */
    FROM_VM2(Station.VM2),
    FROM_HOST(Station.HOST),
    FROM_LAN(Station.LAN);

    /** Unicast of guests, the host not taking part. */
    public static final Set<Flow> OF_GUESTS = Set.of(VM2_TO_LAN, VM2_TO_VM3, LAN_TO_VM2);

    /** Unicast of the physical host. */
    public static final Set<Flow> OF_HOST = Set.of(HOST_TO_LAN, LAN_TO_HOST);

    private final String label;
    private final @Nullable Station sender;
    private final @Nullable Station receiver;

    Flow(Station sender, Station receiver) {
        this(sender.label() + " to " + receiver.label() + ", unicast", sender, receiver);
    }

    Flow(Station sender) {
        this("from " + sender.label() + " to all", sender, null);
    }

    Flow(String label) {
        this(label, null, null);
    }

    Flow(String label, @Nullable Station sender, @Nullable Station receiver) {
        this.label = label;
        this.sender = sender;
        this.receiver = receiver;
    }

    /**
     * The flow that a frame belongs to when {@code listener} is in {@code segment}.
     *
     * @return empty if the frame is the listener's own: from it, to it, or to all of a segment that it is alone in with the LAN; and
     *     for group frames of stations that the matrix does not ask for
     */
    public static Optional<Flow> of(long destination, long source, Station listener, int segment) {
        Optional<Station> from = Station.of(source);
        Optional<Station> to = Station.of(destination);
        if (from.equals(Optional.of(listener)) || to.equals(Optional.of(listener))) {
            return Optional.empty();
        }
        if (!MacAddress.isGroup(destination)) {
            return Optional.of(find(from.orElse(null), to.orElse(null)).orElse(OTHER_UNICAST));
        }
        boolean isOfOwnSegment =
                from.equals(Optional.of(Station.LAN)) && segment != 0 && Station.segmentOf(source) == segment;
        return from.isEmpty() || isOfOwnSegment ? Optional.empty() : find(from.get(), null);
    }

    /** The name in results, such as {@code VM2 to LAN, unicast}. */
    public String label() {
        return label;
    }

    /** True for broadcast and multicast. */
    public boolean isGroup() {
        return sender != null && receiver == null;
    }

    private static Optional<Flow> find(@Nullable Station from, @Nullable Station to) {
        return Arrays.stream(values())
                .filter(flow -> from != null && flow.sender == from && flow.receiver == to)
                .findFirst();
    }
}
