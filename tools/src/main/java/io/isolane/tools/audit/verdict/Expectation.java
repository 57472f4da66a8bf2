package io.isolane.tools.audit.verdict;

import static io.isolane.core.policy.IsolationMode.DEDICATED_UPLINK;
import static io.isolane.core.policy.IsolationMode.HOST_SHIELDED;
import static io.isolane.core.policy.IsolationMode.LEARNING;
import static io.isolane.core.policy.IsolationMode.PRIVATE_VLAN;
import static io.isolane.core.policy.IsolationMode.PROTECTED;
import static io.isolane.core.policy.IsolationMode.REGISTERED;
import static io.isolane.core.policy.IsolationMode.SHARED_MEDIUM;
import static io.isolane.core.policy.IsolationMode.VLAN_PER_GUEST;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.audit.evidence.Flow;
import io.isolane.tools.audit.evidence.Station;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a listener hears of others in a mode, once the addresses have been learnt: one row of the matrix. Immutable.
 *
 * @param situation what is special about the listener; empty where the mode says it all
 * @param heard the flows it hears; it never hears the others
 */
public record Expectation(IsolationMode mode, Station listener, String situation, Set<Flow> heard) {
    private static final String ELSEWHERE = "VM4, other network";
    private static final String HUB_INSIDE = "a hub inside each";
    private static final Set<Flow> ALL = EnumSet.allOf(Flow.class);
    private static final Set<Flow> NOT_OF_HOST = EnumSet.complementOf(EnumSet.copyOf(Flow.OF_HOST));
    private static final Set<Flow> GROUP = EnumSet.of(Flow.FROM_VM2, Flow.FROM_HOST, Flow.FROM_LAN);
    private static final Set<Flow> GROUP_OF_OPEN_PORTS = EnumSet.of(Flow.FROM_HOST, Flow.FROM_LAN);

    /** The whole matrix, in the order of the modes. */
    public static final List<Expectation> MATRIX = List.of(
            new Expectation(SHARED_MEDIUM, Station.VM1, "", ALL),
            new Expectation(SHARED_MEDIUM, Station.VM4, ELSEWHERE, ALL),
            new Expectation(HOST_SHIELDED, Station.VM1, "", NOT_OF_HOST),
            new Expectation(HOST_SHIELDED, Station.VM4, ELSEWHERE, NOT_OF_HOST),
            new Expectation(LEARNING, Station.VM1, "", GROUP),
            new Expectation(REGISTERED, Station.VM1, "", GROUP),
            new Expectation(VLAN_PER_GUEST, Station.VM1, HUB_INSIDE, Set.of()),
            new Expectation(DEDICATED_UPLINK, Station.VM1, HUB_INSIDE, Set.of()),
            new Expectation(PRIVATE_VLAN, Station.VM1, "VM1 isolated", GROUP_OF_OPEN_PORTS),
            new Expectation(PROTECTED, Station.VM1, "VM1, VM2 protected", GROUP_OF_OPEN_PORTS));

    public Expectation {
        heard = Set.copyOf(heard);
    }

    /** The rows of one mode. */
    public static List<Expectation> of(IsolationMode mode) {
        return MATRIX.stream().filter(row -> row.mode() == mode).toList();
    }

    public boolean hears(Flow flow) {
        return heard.contains(flow);
    }
}
