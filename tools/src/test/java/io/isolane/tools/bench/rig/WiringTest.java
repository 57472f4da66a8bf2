package io.isolane.tools.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PolicyRules;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortRole;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.tools.bench.rig.Scenario.Vlans;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WiringTest {
    @ParameterizedTest
    @MethodSource("everyScenario")
    void shouldBeACompleteConfiguration(Scenario scenario) {
        Wiring wiring = new Wiring(scenario);

        assertThat(PolicyRules.checkComplete(wiring.networks(), wiring.ports(), List.of()))
                .isEmpty();
        assertThat(wiring.ports()).hasSize(scenario.ports());
    }

    @ParameterizedTest
    @EnumSource
    void shouldRunEachModeUnderItsOwnName(IsolationMode mode) {
        assertThat(new Wiring(Scenario.of(mode)).networks())
                .isNotEmpty()
                .extracting(VirtualNetwork::mode)
                .containsOnly(mode);
    }

    @Test
    void shouldGiveEachNetworkAnUplinkOfItsOwnWhereUplinksAreDedicated() {
        Wiring wiring = new Wiring(Scenario.of(IsolationMode.DEDICATED_UPLINK));

        assertThat(wiring.networks()).hasSize(2);
        assertThat(wiring.ports().stream().filter(PortProfile::isUplink).map(PortProfile::networks))
                .containsExactly(List.of("bench1"), List.of("bench3"));
    }

    @Test
    void shouldHaveAHostWhereItIsShielded() {
        assertThat(new Wiring(Scenario.of(IsolationMode.HOST_SHIELDED)).ports())
                .extracting(PortProfile::role)
                .containsExactly(PortRole.UPLINK, PortRole.GUEST, PortRole.GUEST, PortRole.HOST);
    }

    @Test
    void shouldRefuseAnOddNumberOfPorts() {
        Scenario scenario = Scenario.of(IsolationMode.LEARNING);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scenario.withPorts(3))
                .withMessage("3 ports are not an even number of at least 2");
    }

    private static Stream<Scenario> everyScenario() {
        return Arrays.stream(IsolationMode.values())
                .flatMap(mode -> Arrays.stream(Vlans.values())
                        .flatMap(vlans -> Stream.of(2, 4, 16)
                                .map(ports -> Scenario.of(mode).withVlans(vlans).withPorts(ports))));
    }
}
