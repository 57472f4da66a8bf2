package io.isolane.tools.bench.campaign;

import static io.isolane.tools.bench.campaign.Found.rate;
import static io.isolane.tools.bench.campaign.Found.result;
import static io.isolane.tools.bench.campaign.Found.trial;
import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.bench.results.Entry.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private final Spread spread = new Spread();

    @Test
    void shouldGiveTheMedianOfTheRunsBetweenTheLowestAndTheHighest() {
        for (double low : new double[] {1_000_000, 1_020_000, 1_010_000}) {
            spread.add(result("mlrsearch", "isolane learning", List.of(), rate("NDR", low, low + 5_000)));
        }

        assertThat(spread.results()).singleElement().satisfies(found -> {
            assertThat(found.test()).isEqualTo("mlrsearch, 3 runs");
            assertThat(found.values().getFirst())
                    .isEqualTo(new Value("NDR", null, "frames/s", 1_010_000, 1_000_000.0, 1_020_000.0));
            assertThat(found.values().get(1).value()).isBetween(1.96, 1.97);
            assertThat(found.remarks()).isEmpty();
        });
    }

    @Test
    void shouldSayWhatTheMachineDidIfTheRunsWereMoreThanFivePercentApart() {
        spread.add(trial("mlrsearch", "isolane learning", 7_000_000, 3_000_000));
        spread.add(result("mlrsearch", "isolane learning", List.of(), rate("NDR", 1_000_000, 1_005_000)));
        spread.add(trial("mlrsearch", "isolane learning", 1_000_000, 9_000_000));
        spread.add(result("mlrsearch", "isolane learning", List.of(), rate("NDR", 2_000_000, 2_005_000)));

        assertThat(spread.results().getFirst().remarks())
                .singleElement()
                .asString()
                .contains("NDR was 50.0 % apart", "tester's thread was up to 7.0 ms", "device's up to 9.0 ms")
                .contains("A queue of 4096 frames at each port lasts 10.9 ms");
    }

    @Test
    void shouldSayThatRunsWereApartOfWhichMostFoundNothing() {
        spread.add(result("mlrsearch", "d", List.of(), new Value("NDR", null, "frames/s", 0, null, 100.0)));
        spread.add(result("mlrsearch", "d", List.of(), new Value("NDR", null, "frames/s", 0, null, 100.0)));
        spread.add(result("mlrsearch", "d", List.of(), rate("NDR", 1_000_000, 1_005_000)));

        assertThat(spread.results().getFirst().values().get(1).value()).isEqualTo(100);
        assertThat(spread.results().getFirst().remarks())
                .singleElement()
                .asString()
                .contains("NDR was 100.0 % apart");
    }

    @Test
    void shouldKeepDevicesApartAndLeaveOutWhatRanOnceOrWasNotSearchedFor() {
        spread.add(result("mlrsearch", "one", List.of(), rate("NDR", 1, 2)));
        spread.add(result("mlrsearch", "other", List.of(), rate("NDR", 3, 4)));
        spread.add(result("rfc2544/latency", "one", List.of(), Value.of("p50", "ns", 1)));
        spread.add(result("rfc2544/latency", "one", List.of(), Value.of("p50", "ns", 2)));

        assertThat(spread.results()).isEmpty();
    }
}
