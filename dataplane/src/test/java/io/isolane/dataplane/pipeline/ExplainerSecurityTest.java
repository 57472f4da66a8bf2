package io.isolane.dataplane.pipeline;

import static io.isolane.dataplane.pipeline.ExplainedSwitch.guest;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.lines;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.net;
import static io.isolane.dataplane.pipeline.Finding.Stage.LEARNING;
import static io.isolane.dataplane.pipeline.Finding.Stage.LOOKUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortSecurity;
import io.isolane.core.policy.PortSecurity.Violation;
import io.isolane.core.table.MoveLimit;
import io.isolane.core.table.Overflow;
import io.isolane.core.table.TableLimits;
import io.isolane.dataplane.pipeline.Explanation.Drop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of stations that may not speak, stay or move. */
final class ExplainerSecurityTest {
    private static final String A = "02:00:00:00:00:0a";
    private static final String B = "02:00:00:00:00:0b";
    private static final String BROADCAST = "ff:ff:ff:ff:ff:ff";
    private static final long STATION_A = 0x02_00_00_00_00_0aL;
    private static final long STATION_B = 0x02_00_00_00_00_0bL;
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @Test
    void shouldSayThatThePortHasTheStationsItMayHave() {
        ExplainedSwitch explained = secured(PortSecurity.of(Violation.RESTRICT));

        assertThat(lines(explained.explain("a", BROADCAST, A, ""), LEARNING))
                .containsExactly("learnt: " + A
                        + " is on a from now on, and stays known while the port is up, if it is not heard elsewhere");
        Explanation second = explained.explain("a", BROADCAST, B, "");
        assertThat(lines(second, LEARNING))
                .containsExactly("dropped as port-security: " + DropReason.PORT_SECURITY.sentence()
                        + ": a has the stations it may have (1), or the table is full; it is reported");
        assertThat(lines(second, LOOKUP)).isEmpty();
        assertThat(second.drops()).containsExactly(new Drop("a", DropReason.PORT_SECURITY));
    }

    @Test
    void shouldSayThatAStationIsNotOnTheListAndWhatFollows() {
        ExplainedSwitch explained =
                secured(new PortSecurity(Violation.SHUTDOWN, List.of(STATION_A), false, HALF_A_MINUTE));

        assertThat(lines(explained.explain("a", BROADCAST, B, ""), LEARNING))
                .singleElement()
                .asString()
                .endsWith(": " + B + " is not on the list of a; it is reported, and the port put down for 30 s");
    }

    @Test
    void shouldSayWhereAStationSticks() {
        ExplainedSwitch explained = secured(new PortSecurity(Violation.PROTECT, List.of(), true, Duration.ZERO))
                .learn("b", STATION_B);

        assertThat(lines(explained.explain("a", BROADCAST, B, ""), LEARNING))
                .singleElement()
                .asString()
                .endsWith(": " + B + " is known on b, and a may not take it from there");
        explained.learn("a", STATION_A);
        assertThat(lines(explained.explain("b", BROADCAST, A, ""), LEARNING))
                .containsExactly("not learnt: " + A + " is sticky on a and stays there");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explained.learn("b", STATION_A))
                .withMessageContaining("is sticky on a");
    }

    @Test
    void shouldSayWhyAStationDoesNotMove() {
        ExplainedSwitch explained = secured(PortSecurity.of(Violation.PROTECT))
                .learn("a", STATION_A)
                .learn("b", STATION_B);

        assertThat(lines(explained.explain("a", BROADCAST, B, ""), LEARNING))
                .singleElement()
                .asString()
                .endsWith("is known on b, and a may not take it from there, or has the stations it may have (1), or the"
                        + " table is full");
    }

    @Test
    void shouldSayThatAPortLetsInNobodyWhomItCouldForget() {
        ExplainedSwitch explained =
                guarded(PortGuards.builder().noFloodKnown(true).build()).learn("a", STATION_A);

        assertThat(lines(explained.explain("a", BROADCAST, B, ""), LEARNING))
                .containsExactly("dropped as unlearnt-source: " + DropReason.UNLEARNT_SOURCE.sentence()
                        + ": a has the stations it may have (1), or the table is full");
    }

    @Test
    void shouldSayThatAStationMovesTooOften() {
        TableLimits limits = new TableLimits(16, Overflow.EVICT, new MoveLimit(1, 60_000));
        ExplainedSwitch explained = new ExplainedSwitch(
                        limits, net(IsolationMode.LEARNING), guest("a"), guest("b"), guest("c"))
                .learn("a", STATION_A)
                .learn("b", STATION_A);

        assertThat(lines(explained.explain("c", BROADCAST, A, ""), LEARNING))
                .containsExactly("dropped as pinned-station: " + DropReason.PINNED_STATION.sentence());
    }

    private static ExplainedSwitch secured(PortSecurity rules) {
        return guarded(PortGuards.builder().security(rules).build());
    }

    private static ExplainedSwitch guarded(PortGuards guards) {
        return new ExplainedSwitch(
                net(IsolationMode.LEARNING),
                PortProfile.guest("a", "net").stationLimit(1).guards(guards).build(),
                guest("b"));
    }
}
