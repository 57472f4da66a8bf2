package io.isolane.tools.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PolicyRules;
import io.isolane.core.policy.PortProfile;
import io.isolane.tools.bench.rig.Guards.Where;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuardsTest {
    private static final Set<Guard> ALL = EnumSet.allOf(Guard.class);

    /** Every flow sends equally often in so many steps. */
    private static final int STEPS = 12;

    @ParameterizedTest
    @MethodSource("everyGuardedScenario")
    void shouldForwardEveryFrameThatIsInOrder(Scenario scenario) {
        assertThat(PolicyRules.checkComplete(new Wiring(scenario).networks(), new Wiring(scenario).ports(), List.of()))
                .isEmpty();
        try (ForwardingRig rig = new ForwardingRig(scenario)) {
            long delivered = rig.delivered();
            long dropped = rig.dropped();
            int sent = 0;
            for (int i = 0; i < STEPS; i++) {
                sent += rig.step();
            }

            assertThat(sent).isEqualTo(STEPS * ForwardingRig.BURST);
            assertThat(rig.delivered() - delivered).isEqualTo(sent);
            assertThat(rig.dropped()).isEqualTo(dropped);
        }
    }

    @Test
    void shouldGuardEveryPortOrOneThatIsInNobodysWay() {
        Scenario scenario = Scenario.of(IsolationMode.LEARNING).withPackets(Packets.IPV4_UDP);
        Guards guards = Guards.of(ALL);

        assertThat(guarded(scenario.withGuards(guards))).containsOnly(true).hasSize(4);
        assertThat(guarded(scenario.withGuards(guards.at(Where.ANOTHER_PORT))))
                .containsExactly(false, false, false, false, true);
        assertThat(guarded(scenario.withGuards(guards.off())))
                .containsOnly(false)
                .hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void shouldTurnOnTheGuardThatIsNamed(Guard guard) {
        Scenario guarded = Scenario.of(IsolationMode.LEARNING).withGuards(Guards.of(Set.of(guard)));

        assertThat(new Wiring(guarded).ports().get(1).guards())
                .isNotEqualTo(new Wiring(Scenario.of(IsolationMode.LEARNING))
                        .ports()
                        .get(1)
                        .guards());
    }

    private static Stream<Scenario> everyGuardedScenario() {
        Stream<Set<Guard>> sets = Stream.concat(Stream.of(ALL), ALL.stream().map(Set::of));
        List<Guards> guards = sets.map(Guards::of).toList();
        return Stream.concat(
                Arrays.stream(IsolationMode.values())
                        .filter(mode -> mode.compareTo(IsolationMode.LEARNING) >= 0)
                        .flatMap(mode -> Stream.of(Packets.IPV4_UDP, Packets.IPV6_UDP, Packets.NON_IP)
                                .flatMap(packets -> Arrays.stream(Where.values())
                                        .map(where -> Scenario.of(mode)
                                                .withPackets(packets)
                                                .withGuards(Guards.of(ALL).at(where))))),
                guards.stream()
                        .map(each -> Scenario.of(IsolationMode.LEARNING)
                                .withPackets(Packets.IPV6_UDP)
                                .withGuards(each)));
    }

    private static List<Boolean> guarded(Scenario scenario) {
        return new Wiring(scenario)
                .ports().stream()
                        .map(PortProfile::guards)
                        .map(guards -> guards.guardsEntry())
                        .toList();
    }
}
