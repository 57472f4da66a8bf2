package io.isolane.tools.regress.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.fork.Slot;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
    @Test
    void shouldRunTheTwoForksOfAPairOneAfterTheOther() {
        List<Slot> slots = new Schedule(1).next(20);

        for (int pair = 0; pair < 20; pair++) {
            Slot first = slots.get(2 * pair);
            Slot second = slots.get(2 * pair + 1);
            assertThat(first.pair()).isEqualTo(pair).isEqualTo(second.pair());
            assertThat(List.of(first.role(), second.role())).containsExactlyInAnyOrder(Role.BASELINE, Role.CANDIDATE);
        }
    }

    @Test
    void shouldCountPlacesThroughRounds() {
        Schedule schedule = new Schedule(1);
        schedule.next(3);

        assertThat(schedule.next(3)).extracting(Slot::place).containsExactly(6, 7, 8, 9, 10, 11);
        assertThat(schedule.next(3)).allMatch(slot -> slot.round() == 2);
    }

    @Test
    void shouldTossAFairCoinForEachPair() {
        long baselineFirst = new Schedule(7)
                .next(1_000).stream()
                        .filter(slot -> slot.place() % 2 == 0 && slot.role() == Role.BASELINE)
                        .count();

        assertThat(baselineFirst).isBetween(440L, 560L);
    }

    @Test
    void shouldRepeatItselfWithTheSameSeed() {
        assertThat(new Schedule(42).next(30)).isEqualTo(new Schedule(42).next(30));
        assertThat(IntStream.range(0, 10)
                        .mapToObj(seed -> new Schedule(seed).next(30))
                        .distinct())
                .hasSize(10);
    }
}
