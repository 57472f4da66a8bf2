package io.isolane.tools.bench.peers.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.frame.MacAddress;
import io.isolane.tools.bench.rig.ForwardingRig;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WorkTest {
    @SuppressWarnings("unused") // by its name
    private static final java.util.List<Work> ALL = Work.ALL;

    @ParameterizedTest
    @FieldSource("ALL")
    void shouldBeFoundByItsName(Work work) {
        assertThat(Work.named(work.name())).contains(work);
    }

    @Test
    void shouldAnswerEachStationFromTheOtherSide() {
        Work work = Work.named("pairs-256").orElseThrow();

        assertThat(work.sources(0)).hasSize(256).doesNotHaveDuplicates().isEqualTo(work.destinations(1));
        assertThat(work.sources(1)).hasSize(256).doesNotHaveDuplicates().isEqualTo(work.destinations(0));
    }

    @Test
    void shouldFloodToStationsThatNobodyHasHeard() {
        Work work = Work.named("flood").orElseThrow();
        long[] heard = LongStream.concat(LongStream.of(work.sources(0)), LongStream.of(work.sources(1)))
                .toArray();

        assertThat(work.destinations(0)).doesNotContain(heard);
        assertThat(LongStream.of(work.destinations(0)))
                .allSatisfy(mac -> assertThat(MacAddress.isGroup(mac)).isFalse());
        assertThat(work.isSender(0)).isTrue();
        assertThat(work.isSender(1)).isFalse();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void shouldBeDoneByOurOwnSwitchWithoutALoss(Work work) {
        try (ForwardingRig rig = new ForwardingRig(work.scenario(true))) {
            long before = rig.delivered();
            int sent = rig.step() + rig.step();

            assertThat(rig.delivered() - before).isEqualTo((long) sent * (work.ports() - 1));
            assertThat(rig.dropped()).isZero();
        }
    }
}
