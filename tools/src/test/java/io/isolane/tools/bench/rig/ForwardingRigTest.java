package io.isolane.tools.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.rig.Scenario.Traffic;
import io.isolane.tools.bench.rig.Scenario.Vlans;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingRigTest {
    /** Every flow of every scenario below sends equally often in so many steps. */
    private static final int STEPS = 60;

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SHARED_MEDIUM", "HOST_SHIELDED"})
    void shouldDeliverKnownUnicastExactlyOnce(IsolationMode mode) {
        assertThat(copiesPerFrame(Scenario.of(mode))).isEqualTo(1);
    }

    @Test
    void shouldDeliverToEveryOtherPortOfASharedMedium() {
        assertThat(copiesPerFrame(Scenario.of(IsolationMode.SHARED_MEDIUM))).isEqualTo(3);
        assertThat(copiesPerFrame(Scenario.of(IsolationMode.SHARED_MEDIUM).withPorts(2)))
                .isEqualTo(1);
    }

    @Test
    void shouldShieldTheHostAlone() {
        double guestsHearEachOther = 2;
        double hostIsHeardOnce = 1;

        assertThat(copiesPerFrame(Scenario.of(IsolationMode.HOST_SHIELDED)))
                .isEqualTo((4 * guestsHearEachOther + 2 * hostIsHeardOnce) / 6);
    }

    @ParameterizedTest
    @MethodSource("everyModeWithEveryVlan")
    void shouldDropNothing(Scenario scenario) {
        assertThat(copiesPerFrame(scenario)).isGreaterThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 512, 1518, 9000})
    void shouldForwardFramesOfAnyLength(int bytes) {
        assertThat(copiesPerFrame(Scenario.of(IsolationMode.LEARNING).withFrameLength(bytes)))
                .isEqualTo(1);
    }

    @Test
    void shouldForwardFramesWhoseLengthsVary() {
        assertThat(copiesPerFrame(Scenario.of(IsolationMode.LEARNING).withFrames(FrameLengths.IMIX)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 256, 65_536})
    void shouldKnowAllStations(int addresses) {
        assertThat(copiesPerFrame(Scenario.of(IsolationMode.LEARNING).withAddresses(addresses)))
                .isEqualTo(1);
    }

    @Test
    void shouldForwardCopiedFramesInAnyOrder() {
        Scenario scenario = Scenario.of(IsolationMode.LEARNING)
                .withPorts(2)
                .withAddresses(2 * STEPS * ForwardingRig.BURST)
                .withOrder(Scenario.Order.RANDOM)
                .withCopied(true);

        assertThat(copiesPerFrame(scenario)).isEqualTo(1);
        assertThat(copiesPerFrame(scenario.withFrameLength(9000).withAddresses(256)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("everyModeWithTwoStations")
    void shouldForwardBetweenTwoStationsInEveryMode(Scenario scenario) {
        assertThat(copiesPerFrame(scenario)).isGreaterThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_UNICAST", "BROADCAST"})
    void shouldFloodWhatIsForAllOrForNobodyKnown(Traffic traffic) {
        assertThat(copiesPerFrame(Scenario.of(IsolationMode.LEARNING).withTraffic(traffic)))
                .isEqualTo(3);
    }

    @Test
    void shouldPassFramesBesideTheSwitchForTheBaseline() {
        try (ForwardingRig rig = ForwardingRig.withoutSwitch(Scenario.of(IsolationMode.LEARNING))) {
            long before = rig.delivered();
            int sent = steps(rig);

            assertThat(rig.delivered() - before).isEqualTo(sent).isEqualTo(STEPS * ForwardingRig.BURST);
            assertThat(rig.dropped()).isZero();
        }
    }

    private static Stream<Scenario> everyModeWithEveryVlan() {
        return Arrays.stream(IsolationMode.values())
                .flatMap(mode -> Arrays.stream(Vlans.values())
                        .map(vlans -> Scenario.of(mode).withVlans(vlans)));
    }

    private static Stream<Scenario> everyModeWithTwoStations() {
        return Arrays.stream(IsolationMode.values())
                .flatMap(mode -> Stream.of(2, 16)
                        .map(ports -> Scenario.of(mode).withAddresses(2).withPorts(ports)));
    }

    private static double copiesPerFrame(Scenario scenario) {
        try (ForwardingRig rig = new ForwardingRig(scenario)) {
            long before = rig.delivered();
            int sent = steps(rig);

            assertThat(sent).isEqualTo(STEPS * ForwardingRig.BURST);
            assertThat(rig.dropped()).isZero();
            return (double) (rig.delivered() - before) / sent;
        }
    }

    private static int steps(ForwardingRig rig) {
        int sent = 0;
        for (int i = 0; i < STEPS; i++) {
            sent += rig.step();
        }
        return sent;
    }
}
