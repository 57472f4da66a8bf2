package io.isolane.tools.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class ChaosTest {
    private static final long LEFT = 0x02_00_00_00_00_01L;
    private static final long RIGHT = 0x02_00_00_00_00_02L;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2"})
    void shouldLoseNothingBetweenPortsThatNobodyTouches(int workers, long seed) throws InterruptedException {
        ChaosResult result = new Chaos(workers, seed).run(Duration.ofSeconds(2), frames -> {});

        assertThat(result.isSound()).as(result.toString()).isTrue();
        assertThat(result.deeds().keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Mischief.Deed.values())
                        .map(deed -> deed.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void shouldSayHowManyFramesWereLostAndCameTooLate() {
        try (VirtualSwitch fabric = VirtualSwitch.start(SwitchConfig.of(IsolationMode.LEARNING)
                        .withMemory(new MemoryConfig(1024, 1))
                        .withWorkers(WorkerConfig.INVOKED));
                VirtualNic left = fabric.attach("left");
                VirtualNic right = fabric.attach("right")) {
            CheckedTraffic traffic = new CheckedTraffic(left, LEFT, right, RIGHT);
            traffic.poll(true);
            fabric.poll();
            long[] taken = new long[3];
            assertThat(right.receive(taken, 3)).isEqualTo(3);
            byte[] first = right.bytes(taken[0]);
            right.free(taken, 3);
            traffic.poll(false);
            left.send(first);
            left.send(new byte[60]);
            fabric.poll();
            traffic.poll(false);

            assertThat(traffic.missing()).as("the three that were taken away").isEqualTo(3);
            assertThat(traffic.late()).as("the one that came again").isEqualTo(1);
            assertThat(traffic.arrived()).isEqualTo(64 - 3 + 1);
            assertThat(traffic.isComplete()).isTrue();
        }
    }

    @Test
    void shouldNotCallARunSoundInWhichASlotIsMissing() {
        assertThat(new ChaosResult(1, 0, 0, 0, 0, Map.of(), "").isSound()).isTrue();
        assertThat(new ChaosResult(1, 0, 0, 0, 1, Map.of(), "").isSound()).isFalse();
        assertThat(new ChaosResult(0, 0, 0, 0, 0, Map.of(), "").isSound())
                .as("nothing was checked")
                .isFalse();
    }

    @Test
    void shouldPrintWhatWasDoneAndThatItWasSound() {
        StringWriter out = new StringWriter();

        int code = new CommandLine(new ChaosCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter(), true))
                .execute("--seconds", "1", "--workers", "1");

        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString()).contains("reconfigure", "0 lost", "slots lost: 0", "Sound.");
    }

    @ParameterizedTest
    @CsvSource({"--seconds 0", "--workers 9"})
    void shouldRefuseWhatItCannotDo(String words) {
        StringWriter err = new StringWriter();

        int code = new CommandLine(new ChaosCommand())
                .setErr(new PrintWriter(err, true))
                .execute(words.split(" ", -1));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(words.split(" ", -1)[0]);
    }
}
