package io.isolane.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MacTableTest {
    private static final long ALICE = MacTable.key(1, 0x0200_0000_000aL);
    private static final long BOB = MacTable.key(1, 0x0200_0000_000bL);

    private final Arena arena = Arena.ofConfined();
    private final MacTable table = new MacTable(arena, 100, 4, new SplittableRandom(1));

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void shouldKnowNobodyAtTheStart() {
        assertThat(table.lookup(ALICE)).isEqualTo(MacTable.UNKNOWN);
        assertThat(table.lookup(0)).isEqualTo(MacTable.UNKNOWN);
        assertThat(table.learnt()).isZero();
    }

    @Test
    void shouldFindAStationWhereItWasLastHeard() {
        assertThat(table.learn(ALICE, 2, 0)).isEqualTo(LearnResult.LEARNT);
        assertThat(table.lookup(ALICE)).isEqualTo(2);
        assertThat(table.learn(ALICE, 2, 0)).isEqualTo(LearnResult.KNOWN);
        assertThat(table.learn(ALICE, 3, 0)).isEqualTo(LearnResult.MOVED);
        assertThat(table.lookup(ALICE)).isEqualTo(3);
        assertThat(table.learn(ALICE, 2, 0)).isEqualTo(LearnResult.MOVED);
        assertThat(table.lookup(ALICE)).isEqualTo(2);
        assertThat(table.lookup(BOB)).isEqualTo(MacTable.UNKNOWN);
    }

    @Test
    void shouldKeepTheVlansApart() {
        long elsewhere = MacTable.key(2, 0x0200_0000_000aL);
        table.learn(ALICE, 2, 0);
        assertThat(table.lookup(elsewhere)).isEqualTo(MacTable.UNKNOWN);
        table.learn(elsewhere, 3, 0);
        assertThat(table.lookup(ALICE)).isEqualTo(2);
        assertThat(table.lookup(elsewhere)).isEqualTo(3);
    }

    @Test
    void shouldCountStationsWhereTheyAre() {
        table.learn(ALICE, 2, 0);
        table.learn(BOB, 2, 0);
        table.learn(BOB, 3, 0);
        assertThat(table.stations(2)).isEqualTo(1);
        assertThat(table.stations(3)).isEqualTo(1);
        assertThat(table.learnt()).isEqualTo(2);
        table.remove(BOB);
        assertThat(table.stations(3)).isZero();
        assertThat(table.learnt()).isEqualTo(1);
    }

    @Test
    void shouldForgetAStationThatIsRemoved() {
        table.learn(ALICE, 2, 0);
        assertThat(table.remove(ALICE)).isTrue();
        assertThat(table.remove(BOB)).isTrue();
        assertThat(table.lookup(ALICE)).isEqualTo(MacTable.UNKNOWN);
        assertThat(table.learn(ALICE, 1, 0)).isEqualTo(LearnResult.LEARNT);
    }

    @Test
    void shouldNeverMoveAStaticStation() {
        assertThat(table.putStatic(ALICE, 2)).isTrue();
        assertThat(table.learn(ALICE, 3, 0)).isEqualTo(LearnResult.STATIC_ELSEWHERE);
        assertThat(table.learn(ALICE, 2, 0)).isEqualTo(LearnResult.KNOWN);
        assertThat(table.lookup(ALICE)).isEqualTo(2);
    }

    @Test
    void shouldKeepAStaticStationThroughAgeingAndFlush() {
        table.putStatic(ALICE, 2);
        table.flush(2);
        assertThat(table.expire(Integer.MAX_VALUE, 1, (int) table.slotCount())).isZero();
        assertThat(table.lookup(ALICE)).isEqualTo(2);
    }

    @Test
    void shouldReplaceWhatWasLearntByTheStaticEntry() {
        table.learn(ALICE, 3, 0);
        table.putStatic(ALICE, 2);
        assertThat(table.lookup(ALICE)).isEqualTo(2);
        assertThat(table.stations(3)).isZero();
        assertThat(table.stations(2)).isZero();
        assertThat(table.learnt()).isZero();
        table.putStatic(ALICE, 1);
        assertThat(table.lookup(ALICE)).isEqualTo(1);
        table.remove(ALICE);
        assertThat(table.lookup(ALICE)).isEqualTo(MacTable.UNKNOWN);
        assertThat(table.learn(ALICE, 3, 0)).isEqualTo(LearnResult.LEARNT);
    }

    @Test
    void shouldLearnNoMoreThanThePortMay() {
        table.limit(2, 1);
        assertThat(table.learn(ALICE, 2, 0)).isEqualTo(LearnResult.LEARNT);
        assertThat(table.learn(BOB, 2, 0)).isEqualTo(LearnResult.NO_ROOM);
        assertThat(table.learn(ALICE, 2, 0)).isEqualTo(LearnResult.KNOWN);
        assertThat(table.learn(BOB, 3, 0)).isEqualTo(LearnResult.LEARNT);
        assertThat(table.learn(BOB, 2, 0)).isEqualTo(LearnResult.NO_ROOM);
        assertThat(table.lookup(BOB)).isEqualTo(3);
        table.remove(ALICE);
        assertThat(table.learn(BOB, 2, 0)).isEqualTo(LearnResult.MOVED);
    }

    @Test
    void shouldShowEveryStation() {
        table.learn(ALICE, 2, 0);
        table.putStatic(MacTable.key(7, 9), 3);
        table.learn(BOB, 1, 0);
        table.flush(1);
        List<String> seen = new ArrayList<>();
        table.forEach((fid, mac, port, isStatic) -> seen.add(fid + "/" + mac + " on " + port + " " + isStatic));
        assertThat(seen).containsExactlyInAnyOrder("1/" + 0x0200_0000_000aL + " on 2 false", "7/9 on 3 true");
    }

    @Test
    void shouldRefuseATableThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MacTable(arena, 0, 1, new SplittableRandom()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MacTable(arena, MacTable.MAX_CAPACITY + 1, 1, new SplittableRandom()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MacTable(arena, 1, MacTable.MAX_PORTS + 1, new SplittableRandom()))
                .withMessageContaining("ports");
    }
}
