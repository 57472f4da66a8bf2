package io.isolane.benchmarks.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.rig.ForwardingRig;
import io.isolane.tools.bench.rig.FrameLengths;
import io.isolane.tools.bench.rig.Scenario;
import io.isolane.tools.bench.rig.Scenario.Order;
import io.isolane.tools.bench.rig.Scenario.Traffic;
import io.isolane.tools.bench.rig.Scenario.Vlans;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The C reference moves the frames of a scenario to as many ports as Isolane does. */
class CRigTest {
    private static final Scenario DEFAULT = Scenario.of(IsolationMode.LEARNING);

    /** Every flow of every scenario below sends equally often in so many steps. */
    private static final int STEPS = 60;

    @BeforeEach
    void requireCompiler() {
        Optional<String> missing = CCompiler.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }

    @ParameterizedTest
    @MethodSource
    void shouldDeliverAsOftenAsIsolane(Scenario scenario) throws IOException {
        try (CRig c = new CRig(Build.PLAIN, scenario);
                ForwardingRig isolane = new ForwardingRig(scenario)) {
            assertThat(c.delivered()).isEqualTo(isolane.delivered());

            assertThat(c.run(STEPS)).isEqualTo((long) STEPS * ForwardingRig.BURST);
            for (int i = 0; i < STEPS; i++) {
                isolane.step();
            }

            assertThat(c.delivered()).isEqualTo(isolane.delivered());
            assertThat(c.dropped()).isZero();
        }
    }

    private static Stream<Scenario> shouldDeliverAsOftenAsIsolane() {
        return Stream.of(
                DEFAULT,
                DEFAULT.withAddresses(2).withPorts(16),
                DEFAULT.withAddresses(65_536).withOrder(Order.RANDOM),
                DEFAULT.withPorts(64).withTraffic(Traffic.BROADCAST),
                DEFAULT.withTraffic(Traffic.UNKNOWN_UNICAST).withFrameLength(1500),
                DEFAULT.withVlans(Vlans.ACCESS_TO_TRUNK).withFrames(FrameLengths.IMIX),
                DEFAULT.withFrameLength(9000).withCopied(true));
    }
}
