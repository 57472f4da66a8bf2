package io.isolane.tools.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.frame.MacAddress;
import io.isolane.tools.bench.trial.Stream;
import org.junit.jupiter.api.Test;

final class PatternsTest {
    @Test
    void shouldPairPortsThatMayTalkBothWays() {
        Pattern pairs = new Patterns(new SimulatedSwitch(4).isolating(0, 1), 64).pairs();

        assertThat(pairs.streams())
                .extracting(stream -> stream.from() + ">" + stream.to().getFirst())
                .containsExactly("0>2", "2>0", "1>3", "3>1");
    }

    @Test
    void shouldShareTheStationsOutAmongThePorts() {
        Pattern mesh = new Patterns(new SimulatedSwitch(4), 64).mesh();

        assertThat(mesh.streams())
                .hasSize(12)
                .allSatisfy(stream -> assertThat(stream.sources().count()).isEqualTo(16));
        assertThat(mesh.streams().stream()
                        .map(stream -> stream.sources().first())
                        .distinct())
                .hasSize(4);
    }

    @Test
    void shouldSendOneAndAHalfTimesAsMuchToTheCongestedPortAsOneSenderSends() {
        Pattern congestion = new Patterns(new SimulatedSwitch(4), 64).congestion();

        Stream free = congestion.streams().get(0);
        Stream shared = congestion.streams().get(1);
        Stream other = congestion.streams().get(2);
        assertThat(shared.from()).isEqualTo(free.from());
        assertThat(shared.to()).isEqualTo(other.to()).isNotEqualTo(free.to());
        assertThat(free.share() + shared.share()).isEqualTo(other.share());
        assertThat(congestion.streams().stream().map(Stream::from))
                .doesNotContain(free.to().getFirst());
    }

    @Test
    void shouldSayThatThreePortsAreTooFewForCongestion() {
        Pattern congestion = new Patterns(new SimulatedSwitch(3), 64).congestion();

        assertThat(congestion.isPossible()).isFalse();
        assertThat(congestion.words()).contains("Of 3 ports no two may both send to a third");
    }

    @Test
    void shouldBroadcastFromThePortThatReachesMost() {
        Pattern broadcast = new Patterns(new SimulatedSwitch(4).isolating(0, 1, 2), 64).broadcast();

        assertThat(broadcast.streams()).hasSize(1);
        assertThat(broadcast.streams().getFirst().from()).isEqualTo(3);
        assertThat(broadcast.streams().getFirst().to()).containsExactly(0, 1, 2);
        assertThat(broadcast.streams().getFirst().destinations().first()).isEqualTo(MacAddress.BROADCAST);
    }

    @Test
    void shouldHaveNobodyToBroadcastToWherePortsAreAllKeptApart() {
        assertThat(new Patterns(new SimulatedSwitch(2).isolating(0, 1), 2)
                        .broadcast()
                        .isPossible())
                .isFalse();
    }
}
