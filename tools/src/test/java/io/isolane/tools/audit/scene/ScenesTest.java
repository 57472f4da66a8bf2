package io.isolane.tools.audit.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PolicyRules;
import io.isolane.tools.audit.evidence.Station;
import io.isolane.tools.audit.verdict.Expectation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ScenesTest {
    @ParameterizedTest
    @EnumSource
    void shouldMakeSenseToTheRulesOfIsolation(IsolationMode mode) {
        Scene scene = Scenes.of(mode);

        assertThat(PolicyRules.checkComplete(scene.networks(), scene.ports(), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetThoseListenOfWhomSomethingIsExpected(IsolationMode mode) {
        assertThat(Scenes.of(mode).listeners().keySet())
                .containsExactlyElementsOf(
                        Expectation.of(mode).stream().map(Expectation::listener).toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"VLAN_PER_GUEST", "DEDICATED_UPLINK"})
    void shouldHaveANetworkWithAHubInsideForEachWhereNetworksShareNothing(IsolationMode mode) {
        Scene scene = Scenes.of(mode);

        assertThat(scene.networks()).hasSize(4).allMatch(network -> network.inside() == IsolationMode.SHARED_MEDIUM);
        assertThat(scene.segmentsOfOthers())
                .hasSize(3)
                .noneMatch(segment -> segment.stations().contains(Station.VM1));
    }
}
