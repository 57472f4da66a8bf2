package io.isolane.dataplane.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.RateLimits;
import io.isolane.core.policy.StormControl;
import org.junit.jupiter.api.Test;

final class EntryPolicingTest {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long GROUP = 0x01_00_5e_00_00_01L;
    private static final long STATION = 0x02_00_00_00_00_01L;
    private static final long SECOND = 1_000_000_000L;

    private final EntryPolicing policing = new EntryPolicing();

    @Test
    void shouldPoliceNothingBeforeItIsTold() {
        assertThat(policing.inspect(ALL, 1, 1000)).isNull();
        assertThat(policing.inspectUnknown(1, 1000)).isNull();
        assertThat(policing.limitsUnknown()).isFalse();
    }

    @Test
    void shouldHoldEachKindToItsOwnLimit() {
        policing.configure(storms(frames(2), frames(1), frames(3)), 0);

        assertThat(policing.inspect(GROUP, 1, 60)).isNull();
        assertThat(policing.inspect(GROUP, 1, 60)).isEqualTo(DropReason.MULTICAST_STORM);
        assertThat(policing.inspect(ALL, 1, 60)).isNull();
        assertThat(policing.inspect(ALL, 1, 60)).isNull();
        assertThat(policing.inspect(ALL, 1, 60)).isEqualTo(DropReason.BROADCAST_STORM);
        assertThat(policing.inspect(STATION, 1, 60)).isNull();
        assertThat(policing.inspectUnknown(3, 60)).isNull();
        assertThat(policing.inspectUnknown(1, 60)).isEqualTo(DropReason.UNKNOWN_UNICAST_STORM);
    }

    @Test
    void shouldTakeFromNeitherBucketWhereOneHasNoRoom() {
        RateLimit both = RateLimit.of(Rate.bits(8, 100), Rate.frames(1, 2));
        policing.configure(rates(both), 0);

        assertThat(policing.inspect(STATION, 1, 60)).isNull();
        assertThat(policing.inspect(STATION, 1, 60)).isEqualTo(DropReason.RATE_LIMIT_IN);
        assertThat(policing.inspect(STATION, 1, 40)).isNull();
        assertThat(policing.inspect(STATION, 1, 0)).isEqualTo(DropReason.RATE_LIMIT_IN);
    }

    @Test
    void shouldLetNoHostileSuperFrameThroughOnCredit() {
        policing.configure(rates(RateLimit.of(Rate.bits(8, 2000), Rate.frames(1, 2))), 0);

        assertThat(policing.inspect(STATION, 257, 60_000)).isEqualTo(DropReason.RATE_LIMIT_IN);
        assertThat(policing.inspect(STATION, 2, Integer.MAX_VALUE)).isEqualTo(DropReason.RATE_LIMIT_IN);
        assertThat(policing.inspect(STATION, 45, 67_000)).isNull();
        policing.refill(43 * SECOND);
        assertThat(policing.inspect(STATION, 1, 60)).isEqualTo(DropReason.RATE_LIMIT_IN);
    }

    @Test
    void shouldTakeNothingFromTheRateForWhatStormControlRefuses() {
        policing.configure(
                storms(frames(1), frames(1), frames(1)).toBuilder()
                        .rates(new RateLimits(frames(2), RateLimit.NONE))
                        .build(),
                0);

        assertThat(policing.inspect(ALL, 1, 60)).isNull();
        assertThat(policing.inspect(ALL, 1, 60)).isEqualTo(DropReason.BROADCAST_STORM);
        assertThat(policing.inspect(STATION, 1, 60)).isNull();
        assertThat(policing.inspect(STATION, 1, 60)).isEqualTo(DropReason.RATE_LIMIT_IN);
    }

    @Test
    void shouldGoOnWithALimitThatStayedAndBeginAnewWithOneThatChanged() {
        policing.configure(storms(frames(2), frames(1), RateLimit.NONE), 0);
        policing.inspect(ALL, 2, 60);
        policing.inspect(GROUP, 1, 60);

        policing.configure(storms(frames(2), frames(4), RateLimit.NONE), 0);

        assertThat(policing.inspect(ALL, 1, 60)).isEqualTo(DropReason.BROADCAST_STORM);
        assertThat(policing.inspect(GROUP, 4, 60)).isNull();
        policing.refill(SECOND);
        assertThat(policing.inspect(ALL, 1, 60)).isNull();
    }

    @Test
    void shouldAdmitTogetherWhatItAdmitsOneByOne() {
        RateLimit both = RateLimit.of(Rate.bits(8, 1000), Rate.frames(1, 20));
        policing.configure(rates(both), 0);

        assertThat(policing.admitAll(false, false, 10, 600)).isTrue();
        assertThat(policing.admitAll(false, false, 2, 401)).isFalse();
        assertThat(policing.admitAll(false, false, 11, 100)).isFalse();
        assertThat(policing.admitAll(true, false, 10, 400)).isTrue();
        assertThat(policing.inspect(STATION, 1, 0)).isEqualTo(DropReason.RATE_LIMIT_IN);
    }

    @Test
    void shouldLookAtEachFrameWhereOneMayBeSpecial() {
        policing.configure(storms(frames(2), RateLimit.NONE, RateLimit.NONE), 0);
        assertThat(policing.admitAll(false, true, 9, 600)).isTrue();
        assertThat(policing.admitAll(true, false, 1, 60)).isFalse();

        policing.configure(rates(frames(20)), 0);
        assertThat(policing.admitAll(false, true, 1, 60)).isFalse();
    }

    private static PortGuards storms(RateLimit broadcast, RateLimit multicast, RateLimit unknown) {
        return PortGuards.builder()
                .storms(new StormControl(broadcast, multicast, unknown))
                .build();
    }

    private static PortGuards rates(RateLimit in) {
        return PortGuards.builder().rates(new RateLimits(in, RateLimit.NONE)).build();
    }

    /** One frame a second in bursts of {@code burst}. */
    private static RateLimit frames(int burst) {
        return RateLimit.of(Rate.frames(1, burst));
    }
}
