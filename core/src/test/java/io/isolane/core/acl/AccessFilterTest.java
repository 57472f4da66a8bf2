package io.isolane.core.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AccessFilterTest {
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;
    private static final AccessRule COUNT_A =
            AccessRule.count().sourceMac(A).mirror("ids").build();
    private static final AccessRule PERMIT_A = AccessRule.permit().sourceMac(A).build();
    private static final AccessRule DENY_B =
            AccessRule.deny().sourceMac(B).mirror("log").build();
    private static final AccessRule PERMIT = AccessRule.permit().build();

    private final FrameKey key = new FrameKey();

    @Test
    void shouldDenyWhatNoRuleMatches() {
        AccessFilter filter = filter(AccessList.of("one", PERMIT_A));

        assertThat(judge(filter, A)).isTrue();
        assertThat(judge(filter, B)).isFalse();
        assertThat(filter.hits()).extracting(RuleHits::frames).containsExactly(1L, 1L);
        assertThat(filter.hits()).extracting(RuleHits::bytes).containsExactly(60L, 60L);
    }

    @Test
    void shouldAskTheListsOneAfterAnother() {
        AccessFilter filter = filter(AccessList.of("first", COUNT_A, DENY_B), AccessList.of("second", PERMIT));

        assertThat(judge(filter, A)).isTrue();
        assertThat(judge(filter, B)).isFalse();
        assertThat(filter.hits()).extracting(RuleHits::frames).containsExactly(1L, 1L, 1L, 0L);
        assertThat(filter.hits()).extracting(RuleHits::list).containsExactly("first", "first", "second", "");
        assertThat(filter.hits()).extracting(RuleHits::number).containsExactly(1, 2, 1, 0);
    }

    @Test
    void shouldNameThePortsThatGetACopyOfWhatIsCountedOrDenied() {
        AccessFilter filter = filter(AccessList.of("first", COUNT_A, DENY_B, PERMIT));

        long counted = filter.judge(read(A), 60);
        long denied = filter.judge(read(B), 60);

        assertThat(filter.target(Long.numberOfTrailingZeros(AccessFilter.copies(counted))))
                .isEqualTo(7);
        assertThat(filter.target(Long.numberOfTrailingZeros(AccessFilter.copies(denied))))
                .isEqualTo(9);
        assertThat(AccessFilter.copies(filter.judge(read(0), 60))).isZero();
    }

    @Test
    void shouldCountOnWhereAListStaysAndAnotherComes() {
        AccessList stays = AccessList.of("stays", COUNT_A);
        AccessFilter before = filter(stays, AccessList.of("goes", PERMIT));
        judge(before, A);

        AccessFilter after =
                AccessFilter.keptOrNew(before, List.of(AccessList.of("comes", PERMIT), stays), AccessFilterTest::port);

        assertThat(after.hits()).extracting(RuleHits::frames).containsExactly(0L, 1L, 0L);
    }

    @Test
    void shouldBeTheSameUntilListsOrMirrorsChange() {
        AccessFilter before = filter(AccessList.of("first", COUNT_A, PERMIT));
        judge(before, A);

        assertThat(AccessFilter.keptOrNew(
                        before, List.of(AccessList.of("first", COUNT_A, PERMIT)), AccessFilterTest::port))
                .isSameAs(before);
        AccessFilter elsewhere =
                AccessFilter.keptOrNew(before, List.of(AccessList.of("first", COUNT_A, PERMIT)), name -> 3);
        assertThat(elsewhere.hits()).extracting(RuleHits::frames).containsExactly(1L, 1L, 0L);
        assertThat(elsewhere.target(0)).isEqualTo(3);
        assertThat(AccessFilter.keptOrNew(before, List.of(), name -> 3).isOff()).isTrue();
    }

    private static AccessFilter filter(AccessList... lists) {
        return AccessFilter.keptOrNew(AccessFilter.OFF, List.of(lists), AccessFilterTest::port);
    }

    private static int port(String mirror) {
        return mirror.equals("ids") ? 7 : 9;
    }

    private boolean judge(AccessFilter filter, long source) {
        return AccessFilter.isPermitted(filter.judge(read(source), 60));
    }

    private FrameKey read(long source) {
        key.read(0xffff_ffff_ffffL, source, 0, 0);
        return key;
    }
}
