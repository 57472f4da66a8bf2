package io.isolane.tools.bench.campaign;

import static io.isolane.tools.bench.campaign.Found.rate;
import static io.isolane.tools.bench.campaign.Found.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.Entry.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void shouldPutTheBoundsOfEachGoalBesideEachOther() {
        List<String> lines = Summary.lines(List.of(
                result(
                        "mlrsearch",
                        "isolane learning",
                        List.of(),
                        rate("NDR", 1_000_000, 1_005_000),
                        Value.of("NDR conditional throughput", "frames/s", 1_000_000)),
                result(
                        "mlrsearch",
                        "isolane protected",
                        List.of(),
                        new Value("NDR", null, "frames/s", 0, null, 2_000.0))));

        assertThat(lines)
                .containsSequence(
                        "mlrsearch",
                        "  device             frames  addresses                           NDR",
                        "  isolane learning       64        256  1.0000 Mpps (1.0000, 1.0050)",
                        "  isolane protected      64        256       0.0000 Mpps (?, 0.0020)");
    }

    @Test
    void shouldGiveEachLoadOfALatencyTestALineAndEachPlaceOfACurveAColumn() {
        List<String> lines = Summary.lines(List.of(
                result("rfc2544/latency", "d", List.of(), new Value("p50", 0.9, "ns", 1_500, null, null)),
                result(
                        "rfc2544/frame-loss",
                        "d",
                        List.of(),
                        new Value("frame loss", 1.0, "%", 25, null, null),
                        new Value("frame loss", 0.9, "%", 0, null, null))));

        assertThat(lines)
                .contains("  d at 90 %      64        256  1.5 µs")
                .contains("  device  frames  addresses  frame loss at 100 %  frame loss at 90 %");
    }

    @Test
    void shouldPutTheTestersOwnCeilingAndLatencyBeneath() {
        List<String> lines = Summary.lines(List.of(new Entry.SelfTest("64", 9_000_000, Map.of("p50", 120.0))));

        assertThat(lines)
                .anyMatch(line -> line.startsWith("The tester alone"))
                .anyMatch(line -> line.matches(" *64 +9\\.0000 Mpps +120 ns"));
    }

    @Test
    void shouldSayARemarkOnceWithTheDevicesThatItIsAbout() {
        List<String> lines = Summary.lines(List.of(
                result("a", "one", List.of("All do this.", "Frames were flooded.")),
                result("a", "two", List.of("All do this."))));

        assertThat(lines).containsOnlyOnce("- All do this.").containsOnlyOnce("- one: Frames were flooded.");
    }
}
