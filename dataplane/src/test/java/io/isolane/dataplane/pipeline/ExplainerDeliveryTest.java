package io.isolane.dataplane.pipeline;

import static io.isolane.dataplane.pipeline.ExplainedSwitch.guest;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.isolated;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.lines;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.linkLocal;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.net;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.registered;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.trunk;
import static io.isolane.dataplane.pipeline.Finding.Stage.ADMISSION;
import static io.isolane.dataplane.pipeline.Finding.Stage.DELIVERY;
import static io.isolane.dataplane.pipeline.Finding.Stage.LEARNING;
import static io.isolane.dataplane.pipeline.Finding.Stage.LOOKUP;
import static io.isolane.dataplane.pipeline.Finding.Stage.REACH;
import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.frame.EtherType;
import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.Mirror;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.pipeline.Explanation.Departure;
import io.isolane.dataplane.pipeline.Explanation.Drop;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is said of a frame's whole way, and of the ports it leaves on. */
final class ExplainerDeliveryTest {
    private static final String A = "02:00:00:00:00:0a";
    private static final String B = "02:00:00:00:00:0b";
    private static final String BROADCAST = "ff:ff:ff:ff:ff:ff";
    private static final long MAC_B = 0x02_00_00_00_00_0bL;

    @Test
    void shouldSayWhatAFloodDoesAndWhereItDoesNotGo() {
        Explanation explanation = new ExplainedSwitch(
                        net(IsolationMode.LEARNING),
                        guest("a"),
                        guest("b"),
                        PortProfile.guest("c", "net")
                                .guards(PortGuards.builder().flood(FloodControl.NONE))
                                .build())
                .explain("a", B, A, "");

        assertThat(lines(explanation, ADMISSION))
                .containsExactly("admitted: no port of the network has a VLAN, so tags are payload");
        assertThat(lines(explanation, LEARNING)).containsExactly("learnt: 02:00:00:00:00:0a is on a from now on");
        assertThat(lines(explanation, LOOKUP)).containsExactly("unknown: 02:00:00:00:00:0b is known on no port");
        assertThat(lines(explanation, REACH)).containsExactly("b, c: where frames from a may ever leave");
        assertThat(lines(explanation, DELIVERY))
                .containsExactly(
                        "a: not sent: it came from there",
                        "b: sent without a tag, 60 bytes: frames to unknown destinations are flooded there",
                        "c: not sent: frames to unknown destinations are not flooded there");
        assertThat(explanation.departures()).extracting(Departure::port).containsExactly("b");
        assertThat(explanation.drops()).isEmpty();
    }

    @Test
    void shouldFindWhatTheFrameBeforeTaught() {
        ExplainedSwitch explained =
                new ExplainedSwitch(net(IsolationMode.LEARNING), guest("a"), guest("b"), guest("c"));
        explained.explain("b", A, B, "");

        Explanation explanation = explained.explain("a", B, A, "");

        assertThat(lines(explanation, LOOKUP)).containsExactly("known on b: 02:00:00:00:00:0b was learnt there");
        assertThat(lines(explanation, DELIVERY))
                .containsExactly(
                        "a: not sent: it came from there",
                        "b: sent without a tag, 60 bytes: its destination is there",
                        "c: not sent: its destination is on b");
        assertThat(lines(explained.explain("a", B, A, ""), LEARNING))
                .containsExactly("refreshed: 02:00:00:00:00:0a was known on a already");
    }

    @Test
    void shouldDropUnknownUnicastFromTheUplinkOfARegisteredNetwork() {
        Explanation explanation = registered().explain("up", "02:00:00:00:00:99", "02:00:00:00:00:77", "");

        assertThat(lines(explanation, REACH)).containsExactly("a, b: where frames from up may ever leave");
        assertThat(lines(explanation, DELIVERY))
                .containsExactly(
                        "dropped as unknown-unicast: its destination is not known and may not be flooded",
                        "a: not sent: frames to unknown destinations are not flooded there",
                        "b: not sent: frames to unknown destinations are not flooded there",
                        "up: not sent: it came from there");
    }

    @Test
    void shouldSendAGuestsUnknownUnicastToTheUplinkOnly() {
        Explanation explanation = registered().explain("a", "02:00:00:00:00:99", A, "");

        assertThat(lines(explanation, LEARNING)).containsExactly("accepted: 02:00:00:00:00:0a is an address of a");
        assertThat(explanation.departures()).extracting(Departure::port).containsExactly("up");
    }

    @Test
    void shouldKeepTheNativeTagWhereAnInnerTagWouldNameAVlan() {
        Explanation explanation = new ExplainedSwitch(net(IsolationMode.LEARNING), trunk("s", 10), trunk("t", 10))
                .explain("s", BROADCAST, A, "8100000a81000014");

        assertThat(lines(explanation, ADMISSION))
                .containsExactly(
                        "admitted to VLAN 10: its tag names VLAN 10; the tag is taken out, and PCP 0 kept beside"
                                + " the frame; the tag that comes next is payload");
        assertThat(lines(explanation, DELIVERY))
                .contains("t: sent with tag 0x8100 0x000a (VID 10, PCP 0), 68 bytes: broadcasts are flooded there;"
                        + " the tag keeps the one behind from naming a VLAN");
    }

    @Test
    void shouldCarryACustomersTagsThroughATunnel() {
        Explanation explanation = new ExplainedSwitch(
                        net(IsolationMode.LEARNING),
                        PortProfile.guest("q", "net")
                                .vlan(VlanMembership.tunnel(100))
                                .build(),
                        PortProfile.uplink("s", "net")
                                .vlan(new VlanMembership.Trunk(
                                        VidSet.of(100), VlanMembership.NO_NATIVE, false, EtherType.SERVICE_TAG))
                                .build())
                .explain("q", BROADCAST, A, "8100000a");

        assertThat(lines(explanation, ADMISSION).getFirst()).startsWith("admitted to service VLAN 100: ");
        assertThat(explanation.departures()).extracting(Departure::tag).containsExactly(OptionalInt.of(0x88a80064));
    }

    @Test
    void shouldSayThatAnIsolatedPortIsOutsideTheReach() {
        Explanation explanation = new ExplainedSwitch(
                        VirtualNetwork.privateVlan("net", new PrivateVlan(100, 101, Map.of())),
                        isolated("a"),
                        isolated("b"),
                        PortProfile.guest("gw", "net")
                                .privateVlanRole(PrivateVlanRole.PROMISCUOUS)
                                .build())
                .learn("b", MAC_B)
                .explain("a", B, A, "");

        assertThat(lines(explanation, REACH)).containsExactly("gw: where frames from a in VLAN 101 may ever leave");
        assertThat(lines(explanation, DELIVERY))
                .containsExactly(
                        "dropped as outside-reach: its destination is on a port that this one may not reach",
                        "a: not sent: it came from there",
                        "b: not sent: outside the reach",
                        "gw: not sent: its destination is on b");
    }

    @Test
    void shouldSayThatTheDestinationIsOnTheSamePort() {
        Explanation explanation = new ExplainedSwitch(net(IsolationMode.LEARNING), guest("a"), guest("b"))
                .learn("a", MAC_B)
                .explain("a", B, A, "");

        assertThat(lines(explanation, DELIVERY))
                .startsWith("dropped as same-port: its destination is on the port it came from");
    }

    @Test
    void shouldDropWhatIsLongerThanThePortsMtuAllowsAtThatPortOnly() {
        Explanation explanation = new ExplainedSwitch(
                        net(IsolationMode.LEARNING),
                        guest("a"),
                        PortProfile.guest("b", "net").mtu(68).build(),
                        guest("c"))
                .explain("a", "ffffffffffff02000000000a0800" + "00".repeat(69));

        assertThat(lines(explanation, DELIVERY))
                .containsExactly(
                        "a: not sent: it came from there",
                        "b: dropped as tx-over-mtu: counted at the port it should leave by: longer than that port's MTU",
                        "c: sent without a tag, 83 bytes: broadcasts are flooded there");
        assertThat(explanation.drops()).containsExactly(new Drop("b", DropReason.TX_OVER_MTU));
    }

    @Test
    void shouldSayWhoHearsWhatIsNotTheirs() {
        Explanation hub =
                new ExplainedSwitch(net(IsolationMode.SHARED_MEDIUM), guest("a"), guest("b")).explain("a", B, A, "");
        Explanation promiscuous = new ExplainedSwitch(
                        net(IsolationMode.LEARNING),
                        guest("a"),
                        guest("b"),
                        PortProfile.guest("p", "net").promiscuous(true).build())
                .learn("b", MAC_B)
                .explain("a", B, A, "");

        assertThat(lines(hub, LEARNING)).containsExactly("nothing learnt: sources of a are neither learnt nor checked");
        assertThat(lines(promiscuous, DELIVERY))
                .endsWith("p: sent without a tag, 60 bytes: the port hears all that its reach allows");
    }

    @Test
    void shouldSayThatAMirrorCopies() {
        Explanation explanation = new ExplainedSwitch(
                        List.of(net(IsolationMode.LEARNING)),
                        List.of(new Mirror("m", List.of("a"), true, false, "watch")),
                        guest("a"),
                        guest("b"),
                        PortProfile.monitor("watch").build())
                .explain("a", BROADCAST, A, "");

        assertThat(lines(explanation, DELIVERY))
                .endsWith("watch: sent without a tag, 60 bytes: a mirror copies it there");
    }

    @Test
    void shouldKeepLinkLocalFramesFromPortsThatDoNotAskForThem() {
        Explanation explanation = new ExplainedSwitch(
                        net(IsolationMode.LEARNING), linkLocal("a"), linkLocal("b"), guest("c"))
                .explain("a", "01:80:c2:00:00:0e", A, "");

        assertThat(lines(explanation, DELIVERY))
                .containsExactly(
                        "a: not sent: it came from there",
                        "b: sent without a tag, 60 bytes: link-local frames may leave there",
                        "c: not sent: link-local frames may not leave there");
    }
}
