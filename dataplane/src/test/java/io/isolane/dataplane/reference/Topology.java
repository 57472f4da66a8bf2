package io.isolane.dataplane.reference;

import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import java.util.List;

/** Networks that share an uplink, and all their ports. */
record Topology(List<VirtualNetwork> networks, List<PortProfile> ports) {}
