package io.isolane.core.policy;

/**
 * What one port of a domain may hear of another, VLANs apart: the isolation modes, each as some answers about a frame from port
 * {@code from} and port {@code to}.
 */
final class PairRule {
    private final Member from;
    private final Member to;
    private final IsolationMode mode;

    PairRule(Member from, Member to) {
        this.from = from;
        this.to = to;
        this.mode = governing().inside();
    }

    /** May the frame ever leave there? */
    boolean reaches() {
        if (from.index() == to.index() || to.profile().isAddressChanged()) {
            return false;
        }
        boolean shareNetwork = from.networks().stream().anyMatch(to.networks()::contains);
        boolean bothProtected = from.profile().isProtected() && to.profile().isProtected();
        if (!shareNetwork || bothUplinks()) {
            return isOnSharedMedium(from) && isOnSharedMedium(to);
        }
        return mode != IsolationMode.PROTECTED || !bothProtected;
    }

    /** Does it leave there if nobody knows where its addressee is? */
    boolean hearsUnknown() {
        return switch (mode) {
            case SHARED_MEDIUM -> true;
            case HOST_SHIELDED -> isFromHost() ? to.profile().isUplink() : !isToHost();
            case REGISTERED -> !from.profile().isUplink() && to.profile().isUplink() && flood().unknownUnicast();
            default -> flood().unknownUnicast();
        };
    }

    /** Does it leave there if it is a broadcast? */
    boolean hearsBroadcast() {
        return mode.isShared() || flood().broadcast() || hearsAlways();
    }

    /** Does it leave there if it is for another group? */
    boolean hearsMulticast() {
        return mode.isShared() || flood().multicast() || hearsAlways();
    }

    /** Does it leave there even though its addressee is known to be elsewhere? */
    boolean hearsAlways() {
        return switch (mode) {
            case SHARED_MEDIUM -> true;
            case HOST_SHIELDED -> !isFromHost() && !isToHost();
            default -> to.profile().promiscuous();
        };
    }

    /** If its addressee is there, is it for nobody else? */
    boolean isExclusive() {
        return mode == IsolationMode.HOST_SHIELDED && isToHost();
    }

    private FloodControl flood() {
        return to.profile().guards().flood();
    }

    private boolean isFromHost() {
        return from.profile().role() == PortRole.HOST;
    }

    private boolean isToHost() {
        return to.profile().role() == PortRole.HOST;
    }

    private boolean bothUplinks() {
        return from.profile().isUplink() && to.profile().isUplink();
    }

    /** True for a port of a network whose uplink is one medium with that of others. */
    private static boolean isOnSharedMedium(Member member) {
        return member.networks().stream().anyMatch(network -> network.inside().isShared());
    }

    /** The network whose mode decides: that of the port which is no uplink; between uplinks, the one by which they hear each other. */
    private VirtualNetwork governing() {
        if (bothUplinks()) {
            return to.networks().stream()
                    .filter(network -> network.inside().isShared())
                    .findFirst()
                    .orElse(to.networks().getFirst());
        }
        return (from.profile().isUplink() ? to : from).networks().getFirst();
    }
}
