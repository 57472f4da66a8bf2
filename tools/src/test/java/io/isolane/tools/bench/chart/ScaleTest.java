package io.isolane.tools.bench.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    private static final Quantity RATE = Quantity.of("frames/s");
    private static final Quantity NANOS = Quantity.of("ns");

    @Test
    void shouldLabelALinearAxisInTheMultipleThatSuitsIt() {
        LinearScale scale = LinearScale.upTo("Throughput", RATE, 13.2e6);

        assertThat(scale.title()).isEqualTo("Throughput (Mpps)");
        assertThat(labels(scale, 5)).containsExactly("0", "5", "10", "15");
        assertThat(scale.place(7.5e6)).isEqualTo(0.5);
    }

    @Property
    void shouldHoldEveryValueBetweenRoundEnds(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double low,
            @ForAll @DoubleRange(min = 1, max = 1e9) double span) {
        LinearScale scale = LinearScale.over("x", Quantity.of("%"), low, low + span);

        assertThat(scale.place(low)).isBetween(-1e-6, 1.0);
        assertThat(scale.place(low + span)).isBetween(0.0, 1 + 1e-6);
    }

    @Property
    void shouldHaveNoMoreTicksThanThereIsRoomFor(
            @ForAll @DoubleRange(min = 0.01, max = 1e12) double high, @ForAll @IntRange(min = 1, max = 12) int room) {
        List<Tick> ticks = LinearScale.upTo("x", RATE, high).ticks(room);

        assertThat(ticks).hasSizeLessThanOrEqualTo(room + 1).isNotEmpty();
        assertThat(ticks).isSortedAccordingTo((a, b) -> Double.compare(a.value(), b.value()));
    }

    @Test
    void shouldGiveEachDecadeTheSameLength() {
        LogScale scale = LogScale.decades("Latency", NANOS, 300, 4e6);

        assertThat(labels(scale, 9))
                .containsExactly("100\u00a0ns", "1\u00a0µs", "10\u00a0µs", "100\u00a0µs", "1\u00a0ms", "10\u00a0ms");
        assertThat(scale.place(1000)).isCloseTo(0.2, offset(1e-9));
        assertThat(labels(scale, 3)).containsExactly("100\u00a0ns", "", "10\u00a0µs", "", "1\u00a0ms", "");
    }

    @Test
    void shouldGiveEachNineTheSameLength() {
        PercentileScale scale = PercentileScale.of(100_000);

        assertThat(labels(scale, 9)).containsExactly("0", "90", "99", "99.9", "99.99", "99.999");
        assertThat(scale.place(0)).isZero();
        assertThat(scale.place(90)).isCloseTo(0.2, offset(1e-9));
        assertThat(scale.place(99.9)).isCloseTo(0.6, offset(1e-9));
        assertThat(scale.place(100)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "frames/s, 14880952, 14.9 Mpps",
        "frames/s, 999, 999 pps",
        "ns, 412, 412 ns",
        "ns, 1234567, 1.23 ms",
        "s, 0.000012, 12 µs",
        "%, 0.5, 0.5 %",
        "addresses, 65536, '65,536 addresses'",
        "'', 1048576, '1,048,576'",
    })
    void shouldWriteFiguresWithThreeDigitsAndTheirPrefix(String unit, double value, String text) {
        assertThat(Quantity.of(unit).text(value).replace('\u00a0', ' ')).isEqualTo(text);
    }

    @Test
    void shouldBreakTextAtBlanksAndLongWordsWhereTheyMustBe() {
        assertThat(Letters.wrap("one two three", 12, 60)).containsExactly("one two", "three");
        assertThat(Letters.wrap("a".repeat(20), 12, 60))
                .allSatisfy(line -> assertThat(Letters.width(line, 12)).isLessThanOrEqualTo(60))
                .hasSizeGreaterThan(2);
        assertThat(Letters.wrap("", 12, 60)).isEmpty();
    }

    private static List<String> labels(Scale scale, int most) {
        return scale.ticks(most).stream().map(Tick::label).toList();
    }
}
