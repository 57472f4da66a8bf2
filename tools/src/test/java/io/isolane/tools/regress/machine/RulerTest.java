package io.isolane.tools.regress.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RulerTest {
    /** A multiplication waits three cycles for the one before, and no processor has ten cycles in a nanosecond. */
    private static final long NO_PROCESSOR_IS_AS_FAST = 800_000 * 3 / 10;

    @Test
    void shouldDoTheWorkItTimes() {
        Ruler ruler = new Ruler();
        long before = ruler.sink();

        RulerReading reading = ruler.read(3);

        assertThat(reading.place()).isEqualTo(3);
        assertThat(reading.computeNanos()).isGreaterThan(NO_PROCESSOR_IS_AS_FAST);
        assertThat(reading.memoryNanos()).isGreaterThan(40_000);
        assertThat(ruler.sink()).isNotEqualTo(before);
    }

    @Test
    void shouldKnowTheCollectorOfTheForks() throws IOException {
        Fingerprint serial = Facts.here(List.of("-Xbatch", "-XX:+UseSerialGC", "-Da=b"));
        Fingerprint parallel = Facts.here(List.of("-Xbatch", "-XX:+UseParallelGC"));

        assertThat(serial.facts())
                .containsEntry("collector", "Serial")
                .containsEntry("jvm flags", "-Xbatch -XX:+UseSerialGC")
                .containsKeys("cpu", "cores", "jvm", "system");
        assertThat(serial.differences(parallel))
                .containsExactly(
                        "collector: Serial and Parallel",
                        "jvm flags: -Xbatch -XX:+UseSerialGC and -Xbatch -XX:+UseParallelGC");
    }

    @Test
    void shouldRefuseArgumentsThatNoJvmTakes() {
        assertThatIOException()
                .isThrownBy(() -> Facts.here(List.of("-XX:+UseNoSuchThing")))
                .withMessageContaining("the JVM does not start with -XX:+UseNoSuchThing:")
                .withMessageContaining("Unrecognized VM option");
    }
}
