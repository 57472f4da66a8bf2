package io.isolane.dataplane.pipeline;

import static io.isolane.dataplane.pipeline.ExplainedSwitch.access;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.guest;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.lines;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.net;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.registered;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.trunk;
import static io.isolane.dataplane.pipeline.Finding.Stage.ADMISSION;
import static io.isolane.dataplane.pipeline.Finding.Stage.DELIVERY;
import static io.isolane.dataplane.pipeline.Finding.Stage.LEARNING;
import static io.isolane.dataplane.pipeline.Finding.Stage.LOOKUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.pipeline.Explanation.Departure;
import io.isolane.dataplane.pipeline.Explanation.Drop;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is said of admission and learning. */
final class ExplainerEntryTest {
    private static final String A = "02:00:00:00:00:0a";
    private static final String B = "02:00:00:00:00:0b";
    private static final String BROADCAST = "ff:ff:ff:ff:ff:ff";
    private static final long MAC_A = 0x02_00_00_00_00_0aL;
    private static final long MAC_B = 0x02_00_00_00_00_0bL;

    @Test
    void shouldSayThatAStationMoves() {
        Explanation explanation = new ExplainedSwitch(net(IsolationMode.LEARNING), guest("a"), guest("b"))
                .learn("b", MAC_A)
                .explain("a", BROADCAST, A, "");

        assertThat(lines(explanation, LEARNING))
                .containsExactly("moved from b: 02:00:00:00:00:0a is on a from now on, and the move is counted");
    }

    @Test
    void shouldSayThatAStaticAddressStays() {
        Explanation explanation = new ExplainedSwitch(
                        net(IsolationMode.LEARNING),
                        guest("a"),
                        PortProfile.guest("b", "net").addresses(MAC_A).build())
                .explain("a", BROADCAST, A, "");

        assertThat(lines(explanation, LEARNING))
                .containsExactly("not learnt: 02:00:00:00:00:0a is configured on b and stays there");
    }

    @Test
    void shouldSayThatAPortHasAllTheStationsItMay() {
        Explanation explanation = new ExplainedSwitch(
                        net(IsolationMode.LEARNING),
                        PortProfile.guest("a", "net").stationLimit(1).build(),
                        guest("b"))
                .learn("a", MAC_B)
                .explain("a", BROADCAST, A, "");

        assertThat(lines(explanation, LEARNING))
                .containsExactly("not learnt: a has the stations it may have (1), or the table is full");
    }

    @Test
    void shouldDropAForgedSourceInARegisteredNetwork() {
        Explanation explanation = registered().explain("a", BROADCAST, B, "");

        assertThat(lines(explanation, LEARNING))
                .containsExactly("dropped as forged-source: its source is not an address of the guest");
        assertThat(explanation.findings()).hasSize(2);
        assertThat(explanation.drops()).containsExactly(new Drop("a", DropReason.FORGED_SOURCE));
        assertThat(explanation.departures()).isEmpty();
    }

    @Test
    void shouldDropASecondTagBehindAPriorityTagOnAnAccessPort() {
        Explanation explanation = new ExplainedSwitch(net(IsolationMode.LEARNING), access("a", 10), access("b", 10))
                .explain("a", BROADCAST, A, "8100000081000014");

        assertThat(lines(explanation, ADMISSION))
                .containsExactly("dropped as second-tag: a tag stands behind its priority tag");
        assertThat(explanation.findings()).hasSize(1);
    }

    @Test
    void shouldDropATagOnAnAccessPortEvenOfItsOwnVlan() {
        Explanation explanation = new ExplainedSwitch(net(IsolationMode.LEARNING), access("a", 10), access("b", 10))
                .explain("a", BROADCAST, A, "8100000a");

        assertThat(lines(explanation, ADMISSION))
                .containsExactly("dropped as tag-on-access: tagged, and the port is an access port");
    }

    @Test
    void shouldTakeOutAPriorityTagAndKeepThePriority() {
        Explanation explanation = new ExplainedSwitch(net(IsolationMode.LEARNING), access("a", 10), trunk("t", 0))
                .explain("a", BROADCAST, A, "8100a000");

        assertThat(lines(explanation, ADMISSION))
                .containsExactly("admitted to VLAN 10: its tag names no VLAN, so the port's own; the tag is taken out,"
                        + " and PCP 5 kept beside the frame");
        assertThat(lines(explanation, DELIVERY))
                .contains("t: sent with tag 0x8100 0xa00a (VID 10, PCP 5), 64 bytes: broadcasts are flooded there");
        assertThat(explanation.departures())
                .containsExactly(new Departure(
                        "t", OptionalInt.of(0x8100a00a), "ffffffffffff02000000000a8100a00a0800" + "00".repeat(46)));
    }

    @Test
    void shouldDropATrunksFrameOfAVlanThatIsNotAllowed() {
        Explanation explanation = new ExplainedSwitch(net(IsolationMode.LEARNING), access("a", 10), trunk("t", 0))
                .explain("t", BROADCAST, A, "8100001e");

        assertThat(lines(explanation, ADMISSION))
                .containsExactly("dropped as vlan-not-allowed: its VLAN is not on the port's list");
    }

    @Test
    void shouldExplainARunt() {
        Explanation explanation =
                new ExplainedSwitch(net(IsolationMode.LEARNING), guest("a"), guest("b")).explain("a", "ffff");

        assertThat(explanation.findings())
                .containsExactly(
                        Finding.of(ADMISSION, "dropped as runt", "shorter than an Ethernet header of 14 bytes"));
    }

    @Test
    void shouldRefuseToSupposeWhatCannotBe() {
        ExplainedSwitch registered = registered();
        ExplainedSwitch vlans = new ExplainedSwitch(net(IsolationMode.LEARNING), access("a", 10), trunk("t", 0));

        assertThatThrownBy(() -> registered.learn("a", MAC_B))
                .hasMessage("port 'a' learns no such station: its source is not an address of the guest");
        assertThatThrownBy(() -> vlans.learn("t", MAC_B))
                .hasMessage("port 't' receives nothing untagged: say the station's VLAN");
        assertThatThrownBy(() -> vlans.learn("a", MAC_B, 20)).hasMessage("port 'a' receives nothing in VLAN 20");
        assertThatThrownBy(() -> vlans.learn("x", MAC_B)).hasMessage("there is no port 'x': use one of a, t");
    }

    @Test
    void shouldSupposeAStationOfATrunksVlan() {
        Explanation explanation = new ExplainedSwitch(net(IsolationMode.LEARNING), access("a", 10), trunk("t", 0))
                .learn("t", MAC_B, 10)
                .explain("a", B, A, "");

        assertThat(lines(explanation, LOOKUP)).containsExactly("known on t: 02:00:00:00:00:0b was learnt there");
    }
}
