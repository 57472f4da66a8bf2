package io.isolane.tools.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class RateSearchTest {
    private static final double MAXIMUM = 1_000_000;
    private static final double RESOLUTION = 0.01;

    @Property(tries = 200)
    void shouldEndWithTheCapacityBetweenBoundsThatAreWithinTheResolution(
            @ForAll @DoubleRange(min = 100, max = 999_999) double capacity) {
        RateSearch search = new RateSearch(MAXIMUM, RESOLUTION);

        int trials = run(search, capacity, capacity);

        assertThat(search.low()).isLessThanOrEqualTo(capacity);
        assertThat(search.high()).isGreaterThan(capacity);
        assertThat(search.high() - search.low()).isLessThanOrEqualTo(RESOLUTION * search.high());
        assertThat(trials).isLessThan(10);
    }

    /** What a device forwards of too much may be less than what it can forward when it is not overloaded. */
    @Property(tries = 200)
    void shouldFindTheCapacityWhateverWasForwardedOfTooMuch(
            @ForAll @DoubleRange(min = 1_000, max = 999_999) double capacity,
            @ForAll @DoubleRange(min = 0.1, max = 1.5) double share) {
        RateSearch search = new RateSearch(MAXIMUM, RESOLUTION);

        int trials = run(search, capacity, share * capacity);

        assertThat(capacity).isBetween(search.low(), search.high());
        assertThat(search.high() - search.low()).isLessThanOrEqualTo(RESOLUTION * search.high());
        assertThat(trials).isLessThan(25);
    }

    @Test
    void shouldGiveUpWhenFramesAreLostAtEveryLoad() {
        RateSearch search = new RateSearch(MAXIMUM, RESOLUTION);

        int trials = run(search, 0, 500_000);

        assertThat(search.low()).isZero();
        assertThat(search.isSilent()).isFalse();
        assertThat(trials).isLessThan(20);
    }

    @Test
    void shouldEndAfterTwoTrialsInWhichNothingArrived() {
        RateSearch search = new RateSearch(MAXIMUM, RESOLUTION);

        assertThat(run(search, 0, 0)).isEqualTo(2);
        assertThat(search.isSilent()).isTrue();
        assertThat(search.bound("throughput").low()).isNull();
    }

    /** Above its ceiling the tester says nothing of the device, so that no bound is found there. */
    @Property(tries = 200)
    void shouldNeitherPassNorFailALoadThatTheTesterDoesNotKeepTo(
            @ForAll @DoubleRange(min = 10_000, max = 999_999) double capacity,
            @ForAll @DoubleRange(min = 10_000, max = 999_999) double ceiling) {
        RateSearch search = new RateSearch(MAXIMUM, RESOLUTION);

        int trials = 0;
        while (!search.isOver()) {
            boolean passed = search.next() <= capacity;
            double offered = Math.min(search.next(), ceiling);
            if (search.next() <= ceiling) {
                search.tried(passed, Math.min(capacity, offered));
            } else {
                search.notOffered(Math.min(capacity, offered));
            }
            trials++;
        }

        double found = Math.min(capacity, ceiling);
        assertThat(search.low()).isBetween(found * (1 - 2 * RESOLUTION), found);
        assertThat(search.isHeldByTester()).isEqualTo(search.high() > ceiling);
        Double upper = search.value("throughput", "frames/s").high();
        assertThat(upper == null || (upper > capacity && upper <= ceiling)).isTrue();
        assertThat(trials).isLessThan(25);
    }

    private static int run(RateSearch search, double capacity, double forwarded) {
        int trials = 0;
        while (!search.isOver()) {
            boolean passed = search.next() <= capacity;
            search.tried(passed, passed ? search.next() : forwarded);
            trials++;
        }
        return trials;
    }
}
