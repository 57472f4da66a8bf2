package io.isolane.dataplane.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.Rate.Unit;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A bucket against one of decimal numbers without end, at any rate, over nanoseconds and over days. */
final class TokenBucketPropertyTest {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final long DAY = 86_400_000_000_000L;

    /**
     * Frames that come together.
     *
     * @param pause nanoseconds since the last ones
     * @param units bits or frames of each
     */
    record Arrival(long pause, int count, long units) {}

    /** The bucket as the RFC has it, and the debt of what is larger than itself. */
    private static final class Model {
        private final BigDecimal perSecond;
        private final BigDecimal burst;
        private BigDecimal tokens;

        Model(long perSecond, long burst) {
            this.perSecond = BigDecimal.valueOf(perSecond);
            this.burst = BigDecimal.valueOf(burst);
            this.tokens = this.burst;
        }

        void pass(long nanos) {
            BigDecimal gain = perSecond.multiply(BigDecimal.valueOf(nanos)).divide(NANOS);
            tokens = tokens.add(gain).min(burst);
        }

        boolean take(long units) {
            BigDecimal cost = BigDecimal.valueOf(units);
            if (tokens.compareTo(cost.min(burst)) < 0) {
                return false;
            }
            tokens = tokens.subtract(cost);
            return true;
        }
    }

    @Property(tries = 400)
    void shouldPassExactlyWhatTheModelPasses(
            @ForAll("rates") long perSecond,
            @ForAll("bursts") long burst,
            @ForAll long start,
            @ForAll("arrivals") List<Arrival> arrivals) {
        TokenBucket bucket = new TokenBucket(perSecond, burst, start);
        Model model = new Model(perSecond, burst);
        long now = start;
        for (Arrival arrival : arrivals) {
            now += arrival.pause();
            bucket.refill(now);
            model.pass(arrival.pause());
            for (int i = 0; i < arrival.count(); i++) {
                boolean passes = bucket.holds(arrival.units());
                assertThat(passes).isEqualTo(model.take(arrival.units()));
                if (passes) {
                    bucket.take(arrival.units());
                }
            }
        }
    }

    @Provide
    static Arbitrary<Long> rates() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(1, 100),
                Arbitraries.longs().between(1, Unit.BITS.maxRate()),
                Arbitraries.of(10_000_000L, 100_000_000_000L, Unit.BITS.maxRate()));
    }

    @Provide
    static Arbitrary<Long> bursts() {
        long most = Unit.BITS.maxBurst() * Byte.SIZE;
        return Arbitraries.oneOf(
                Arbitraries.longs().between(1, 100),
                Arbitraries.longs().between(1, most),
                Arbitraries.of(12_112L, 512_000L, most));
    }

    @Provide
    static Arbitrary<List<Arrival>> arrivals() {
        Arbitrary<Long> pauses = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 100),
                Arbitraries.longs().between(0, 2_000_000),
                Arbitraries.longs().between(0, 5_000_000_000L),
                Arbitraries.longs().between(0, 400 * DAY));
        Arbitrary<Long> units = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 3),
                Arbitraries.longs().between(1, 1518 * 8),
                Arbitraries.longs().between(1, 80_000 * 8));
        return Combinators.combine(pauses, Arbitraries.integers().between(1, 20), units)
                .as(Arrival::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
