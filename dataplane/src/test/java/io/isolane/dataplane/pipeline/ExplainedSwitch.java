package io.isolane.dataplane.pipeline;

import io.isolane.core.frame.EtherType;
import io.isolane.core.policy.FidRegistry;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.Mirror;
import io.isolane.core.policy.PolicyCompiler;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.core.table.TableLimits;
import io.isolane.dataplane.pipeline.Finding.Stage;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** An explainer of a test's networks and ports, and one line for each thing that it finds. */
final class ExplainedSwitch {
    private static final String PAYLOAD = "0800" + "00".repeat(46);

    private final Explainer explainer;

    ExplainedSwitch(VirtualNetwork network, PortProfile... ports) {
        this(TableLimits.of(16), network, ports);
    }

    ExplainedSwitch(TableLimits limits, VirtualNetwork network, PortProfile... ports) {
        this(limits, List.of(network), List.of(), ports);
    }

    ExplainedSwitch(List<VirtualNetwork> networks, List<Mirror> mirrors, PortProfile... ports) {
        this(TableLimits.of(16), networks, mirrors, ports);
    }

    private ExplainedSwitch(
            TableLimits limits, List<VirtualNetwork> networks, List<Mirror> mirrors, PortProfile... ports) {
        SortedMap<Integer, PortProfile> profiles = new TreeMap<>();
        for (PortProfile port : ports) {
            profiles.put(profiles.size(), port);
        }
        explainer = new Explainer(
                PolicyCompiler.compile(networks, profiles, mirrors, new FidRegistry()),
                profiles.values().stream().map(PortProfile::name).toList(),
                limits);
    }

    ExplainedSwitch learn(String port, long station) {
        explainer.learn(port, station, OptionalInt.empty());
        return this;
    }

    ExplainedSwitch learn(String port, long station, int vid) {
        explainer.learn(port, station, OptionalInt.of(vid));
        return this;
    }

    /** A frame of 60 bytes and the given tags, as hexadecimal digits. */
    Explanation explain(String port, String destination, String source, String tags) {
        String hex = (destination + source).replace(":", "") + tags + PAYLOAD;
        return explain(port, hex);
    }

    Explanation explain(String port, String hex) {
        return explainer.explain(port, HexFormat.of().parseHex(hex));
    }

    /** What a stage found, as {@code decision: reason}, with the port before it where it is about one. */
    static List<String> lines(Explanation explanation, Stage stage) {
        return explanation.findings().stream()
                .filter(finding -> finding.stage() == stage)
                .map(finding -> (finding.port().isEmpty() ? "" : finding.port() + ": ") + finding.decision() + ": "
                        + finding.reason())
                .toList();
    }

    static ExplainedSwitch registered() {
        return new ExplainedSwitch(
                net(IsolationMode.REGISTERED),
                PortProfile.guest("a", "net").addresses(0x02_00_00_00_00_0aL).build(),
                PortProfile.guest("b", "net").addresses(0x02_00_00_00_00_0bL).build(),
                PortProfile.uplink("up", "net").build());
    }

    static VirtualNetwork net(IsolationMode mode) {
        return VirtualNetwork.of("net", mode);
    }

    static PortProfile guest(String name) {
        return PortProfile.guest(name, "net").build();
    }

    static PortProfile isolated(String name) {
        return PortProfile.guest(name, "net")
                .privateVlanRole(PrivateVlanRole.ISOLATED)
                .build();
    }

    static PortProfile linkLocal(String name) {
        return PortProfile.guest(name, "net").linkLocal(true).build();
    }

    static PortProfile access(String name, int vid) {
        return PortProfile.guest(name, "net").vlan(VlanMembership.access(vid)).build();
    }

    static PortProfile trunk(String name, int nativeVid) {
        PortProfileBuilder port = PortProfile.guest(name, "net");
        return port.vlan(new VlanMembership.Trunk(VidSet.of(10, 20), nativeVid, false, EtherType.CUSTOMER_TAG))
                .build();
    }
}
