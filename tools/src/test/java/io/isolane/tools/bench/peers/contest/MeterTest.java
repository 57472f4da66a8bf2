package io.isolane.tools.bench.peers.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.isolane.tools.bench.peers.peer.Running;
import io.isolane.tools.bench.peers.peer.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class MeterTest {
    private long now;
    private double share = 1;

    @Test
    void shouldMeasureTheWindowAlone() throws IOException, InterruptedException {
        Reading reading = meter().measure(switchThatDid(nanos -> nanos / 1_000));

        assertThat(reading.framesPerSecond()).isEqualTo(1e6);
        assertThat(reading.isSettled()).isTrue();
        assertThat(reading.share()).isEqualTo(1);
        assertThat(reading.commands()).containsExactly("switch --fast");
        assertThat(now).isEqualTo(Duration.ofMillis(3_500).toNanos());
    }

    @Test
    void shouldWaitUntilASwitchGetsNoFaster() throws IOException, InterruptedException {
        long settled = Duration.ofSeconds(5).toNanos();
        Reading reading = meter().measure(switchThatDid(nanos ->
                nanos < settled ? nanos * (nanos / 1_000_000) / 1_000_000 : 25_000_000 + (nanos - settled) / 100));

        assertThat(reading.isSettled()).isTrue();
        assertThat(reading.framesPerSecond()).isCloseTo(1e7, within(1e5));
    }

    @Test
    void shouldSayThatASwitchStillGetsFaster() throws IOException, InterruptedException {
        Reading reading = meter().measure(switchThatDid(nanos -> (long) Math.pow(nanos / 1e9, 8)));

        assertThat(reading.isSettled()).isFalse();
    }

    @Test
    void shouldSayHowMuchOfTheCoreItHad() throws IOException, InterruptedException {
        share = 0.5;

        assertThat(meter().measure(switchThatDid(nanos -> nanos)).share()).isCloseTo(0.52, within(0.001));
    }

    @Test
    void shouldRefuseASwitchThatForwardsNothing() {
        assertThatThrownBy(() -> meter().measure(switchThatDid(nanos -> 7)))
                .isInstanceOf(IOException.class)
                .hasMessage("forwarded no frame");
    }

    @Test
    void shouldRefuseASwitchThatStopsCounting() {
        assertThatThrownBy(() -> meter().measure(new Switch(nanos -> 7) {
                    @Override
                    public Sample sample() {
                        return new Sample(7, 0);
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("stopped counting");
    }

    private Meter meter() {
        return new Meter(Duration.ofSeconds(1), () -> now, time -> now += time.toNanos());
    }

    private Switch switchThatDid(LongUnaryOperator framesAt) {
        return new Switch(framesAt);
    }

    private class Switch implements Running {
        private final LongUnaryOperator framesAt;

        Switch(LongUnaryOperator framesAt) {
            this.framesAt = framesAt;
        }

        @Override
        public Sample sample() {
            return new Sample(framesAt.applyAsLong(now), now);
        }

        @Override
        public Duration processorTime() {
            return Duration.ofNanos(Math.round(now * share));
        }

        @Override
        public List<String> commands() {
            return List.of("switch --fast");
        }

        @Override
        public void close() {}
    }
}
