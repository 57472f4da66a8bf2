package io.isolane.tools.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.bench.host.Ledger.Entry;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final Ledger ledger = new Ledger();

    @Test
    void shouldCountTheTimeOfTurnsInWhichFramesMoved() {
        ledger.turn(100);
        ledger.sent(64);
        ledger.turn(150);
        ledger.turn(1000);
        ledger.received(10);
        ledger.turn(1007);

        assertThat(ledger.read()).isEqualTo(new Entry(64, 10, 57));
    }

    @Test
    void shouldShowWhatLiesBetweenTwoLooks() {
        ledger.turn(0);
        ledger.sent(1);
        ledger.turn(10);
        Entry before = ledger.read();
        ledger.received(2);
        ledger.turn(15);

        assertThat(ledger.read().minus(before)).isEqualTo(new Entry(0, 2, 5));
    }
}
