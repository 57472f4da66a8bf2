package io.isolane.dataplane.pipeline;

import io.isolane.core.acl.AccessFilter;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortClass;
import io.isolane.core.policy.PortState;

/**
 * The access lists of what leaves on a port, and how they see it: as it goes out. Immutable but for the counters of the filter.
 *
 * @param untaggedVid the VLAN of frames that leave without a tag, or with one that names none
 * @param isTransparent whether tags name no VLAN, since the network has none
 */
public record ExitLists(AccessFilter filter, int untaggedVid, boolean isTransparent) {
    /** No lists. */
    public static final ExitLists OFF = new ExitLists(AccessFilter.OFF, 0, true);

    /** Those of a port in {@code state}. */
    public static ExitLists of(ForwardingState state, int port) {
        PortState leaving = state.port(port);
        if (leaving.exit().isOff()) {
            return OFF;
        }
        int vlan = leaving.vlan();
        return new ExitLists(
                leaving.exit(),
                vlan == ForwardingState.NO_VLAN ? 0 : state.vlan(vlan).vid(),
                leaving.portClass() == PortClass.TRANSPARENT);
    }
}
