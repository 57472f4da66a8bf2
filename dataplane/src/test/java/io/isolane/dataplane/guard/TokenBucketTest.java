package io.isolane.dataplane.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a bucket lets through in numbers that a pencil can check. */
final class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void shouldLetTheBurstThroughAtOnceAndNothingMoreBeforeTimeHasPassed() {
        TokenBucket bucket = new TokenBucket(1000, 5, 0);

        assertThat(passed(bucket, 9, 1)).isEqualTo(5);
        bucket.refill(999_999);
        assertThat(bucket.holds(1)).isFalse();
        bucket.refill(1_000_000);
        assertThat(passed(bucket, 9, 1)).isEqualTo(1);
    }

    @Test
    void shouldHoldNoMoreThanItsBurstHoweverLongNothingCame() {
        TokenBucket bucket = new TokenBucket(1000, 5, 0);
        passed(bucket, 5, 1);

        bucket.refill(Long.MAX_VALUE);

        assertThat(passed(bucket, 9, 1)).isEqualTo(5);
    }

    @Test
    void shouldGiveExactlyOneFrameASecondForTenHoursHoweverOftenItIsAsked() {
        TokenBucket bucket = new TokenBucket(1, 2, 0);
        bucket.take(2);
        int passed = 0;
        long now = 0;
        while (now < 36_000 * SECOND) {
            now += 333_333_333L;
            bucket.refill(now);
            passed += passed(bucket, 2, 1);
        }

        assertThat(passed).isEqualTo(36_000);
    }

    @Test
    void shouldGiveExactlyAHundredGigabitsASecondForAnHour() {
        long rate = 100_000_000_000L;
        TokenBucket bucket = new TokenBucket(rate, 8_000_000_000L, 0);
        bucket.take(8_000_000_000L);
        long step = 7_919_017L;
        long bits = 0;
        for (long now = step; now <= 3600 * SECOND; now += step) {
            bucket.refill(now);
            bits += take(bucket, rate / SECOND * step);
            assertThat(bucket.holds(1)).isFalse();
        }

        assertThat(bits).isEqualTo(3600 * SECOND / step * step * (rate / SECOND));
    }

    @Test
    void shouldGiveALonelyBitASecondWhatItIsWorth() {
        TokenBucket bucket = new TokenBucket(1, 12_112, 0);
        bucket.take(12_112);

        bucket.refill(12_111 * SECOND);
        assertThat(bucket.holds(12_112)).isFalse();
        bucket.refill(12_112 * SECOND);
        assertThat(bucket.holds(12_112)).isTrue();
    }

    @Test
    void shouldLetASuperFramePassWhenFullAndHaveItPaidOffAfterwards() {
        TokenBucket bucket = new TokenBucket(10, 20, 0);

        assertThat(take(bucket, 45)).isEqualTo(45);
        bucket.refill(2 * SECOND + SECOND / 2);
        assertThat(bucket.holds(1)).isFalse();
        bucket.refill(4 * SECOND + SECOND / 2 - 1);
        assertThat(bucket.holds(45)).isFalse();
        bucket.refill(4 * SECOND + SECOND / 2);
        assertThat(bucket.holds(45)).isTrue();
    }

    @Test
    void shouldWorkAcrossTheOverflowOfTheClockAndNotGoBackWithIt() {
        TokenBucket bucket = new TokenBucket(10, 10, Long.MAX_VALUE - SECOND / 2);
        bucket.take(10);

        bucket.refill(Long.MIN_VALUE + SECOND / 2 - 1);
        assertThat(passed(bucket, 20, 1)).isEqualTo(10);
        bucket.refill(Long.MAX_VALUE);
        assertThat(bucket.holds(1)).isFalse();
    }

    private static int passed(TokenBucket bucket, int offered, long units) {
        int passed = 0;
        for (int i = 0; i < offered; i++) {
            passed += take(bucket, units) > 0 ? 1 : 0;
        }
        return passed;
    }

    private static long take(TokenBucket bucket, long units) {
        if (!bucket.holds(units)) {
            return 0;
        }
        bucket.take(units);
        return units;
    }
}
