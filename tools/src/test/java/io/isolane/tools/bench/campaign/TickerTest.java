package io.isolane.tools.bench.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickerTest {
    private final StringWriter text = new StringWriter();
    private long now;

    @Test
    void shouldSayBeforeItStartsHowLongItWillTake() {
        ticker(false);

        assertThat(text.toString().lines()).containsExactly("isolane bench: about 2 min");
    }

    @Test
    void shouldWriteALineForEachThingThatBeginsElsewhere() {
        Ticker ticker = ticker(false);
        ticker.part("learning, 64 bytes", Duration.ofSeconds(60));
        ticker.begin("searching");
        ticker.bounds("1.0 to 2.0 Mpps");
        pass(30);
        ticker.begin("measuring latency");
        ticker.end();

        assertThat(text.toString().lines().skip(1))
                .containsExactly(
                        "isolane bench: 0 %, 2 min left: learning, 64 bytes: searching",
                        "isolane bench: 25 %, 90 s left: learning, 64 bytes: measuring latency");
    }

    @Test
    void shouldWriteOverOneLineAtATerminalWithTheBoundsSoFarAndLeaveItEmpty() {
        Ticker ticker = ticker(true);
        ticker.part("learning, 64 bytes", Duration.ofSeconds(60));
        pass(60);
        ticker.part("protected, 64 bytes", Duration.ofSeconds(60));
        ticker.bounds("1.0 to 2.0 Mpps");
        ticker.end();

        assertThat(text.toString().split("\r", -1))
                .allMatch(line -> line.length() <= 100 || line.startsWith("isolane bench: about"))
                .anyMatch(line -> line.startsWith(
                        "isolane bench: [##########----------] 50 %, 60 s left; 1.0 to 2.0 Mpps; protected"))
                .endsWith(" ".repeat(100), "");
    }

    @Test
    void shouldNotRunAheadOfAPartThatTakesLongerThanItShould() {
        Ticker ticker = ticker(false);
        ticker.part("slow", Duration.ofSeconds(60));
        pass(600);
        ticker.begin("still here");

        assertThat(text.toString()).contains("50 %, 60 s left: slow: still here");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "1, 1 s", "99, 99 s", "100, 2 min", "5940, 99 min", "7800, 2 h 10 min"})
    void shouldWriteDurationsAsPeopleDo(long seconds, String words) {
        assertThat(Ticker.words(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    private Ticker ticker(boolean isTerminal) {
        return new Ticker(new PrintWriter(text), isTerminal, Duration.ofSeconds(120), () -> now);
    }

    private void pass(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }
}
