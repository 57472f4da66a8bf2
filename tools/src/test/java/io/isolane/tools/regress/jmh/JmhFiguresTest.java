package io.isolane.tools.regress.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.isolane.tools.regress.fork.Reading;
import io.isolane.tools.regress.metric.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JmhFiguresTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void shouldTakePercentilesOfSampledTimes() throws IOException {
        List<Reading> readings = read("jmh-sample-time.json");

        assertThat(readings)
                .extracting(reading -> reading.metric().name())
                .contains("p50", "p99", "p99.9", "gc.alloc.rate.norm")
                .doesNotContain("score");
        assertThat(value(readings, "p99.9")).isCloseTo(83.368, Offset.offset(1e-3));
        assertThat(value(readings, "p50")).isEqualTo(1);
    }

    @Test
    void shouldTakeTheGoodEndOfTimesAndBytesForAnOperation() throws IOException {
        List<Reading> readings = read("jmh-average-time.json");

        assertThat(readings)
                .extracting(reading -> reading.metric().label())
                .contains("PoolBenchmark.batch", "PoolBenchmark.batch gc.alloc.rate.norm", "PoolBenchmark.frame");
        assertThat(readings.getFirst().metric().unit()).isEqualTo("ns/op");
        assertThat(readings.getFirst().iterations()).hasSize(6);
    }

    @Test
    void shouldTakeTheDecileAtTheGoodEnd() {
        double[] iterations = {9, 10, 1, 2, 3, 4, 5, 6, 7, 8, 11};

        assertThat(JmhFigures.goodEnd(iterations, Direction.HIGHER_IS_BETTER)).isEqualTo(10);
        assertThat(JmhFigures.goodEnd(iterations, Direction.LOWER_IS_BETTER)).isCloseTo(2, Offset.offset(1e-9));
    }

    @Test
    void shouldTakeNoSlowdownOfEveryIterationForNoise() {
        double[] before = {10, 10.1, 9.9, 4, 10};
        double[] after = {9, 9.09, 8.91, 3.6, 9};
        double ratio = JmhFigures.goodEnd(after, Direction.HIGHER_IS_BETTER)
                / JmhFigures.goodEnd(before, Direction.HIGHER_IS_BETTER);

        assertThat(ratio).isCloseTo(0.9, Offset.offset(1e-9));
    }

    @Test
    void shouldRefuseWhatHasNoFigure() throws IOException {
        Path file = directory.resolve("result.json");
        Files.writeString(file, "[]");
        assertThatIOException().isThrownBy(() -> JmhFigures.read(file)).withMessage("JMH's result has no figure");

        Files.writeString(file, "[{\"benchmark\": \"a.B.c\"");
        assertThatIOException().isThrownBy(() -> JmhFigures.read(file)).withMessageContaining("cannot be read");
    }

    private List<Reading> read(String name) throws IOException {
        Path file = directory.resolve(name);
        try (InputStream stream =
                JmhFiguresTest.class.getResourceAsStream("/io/isolane/tools/regress/stored/" + name)) {
            assertThat(stream).as(name).isNotNull();
            Files.copy(stream, file);
        }
        return JmhFigures.read(file);
    }

    private static double value(List<Reading> readings, String name) {
        return readings.stream()
                .filter(reading -> reading.metric().name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
