package io.isolane.tools.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.Main;
import io.isolane.tools.bench.rig.ForwardingRig;
import io.isolane.tools.bench.rig.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class ProfileCommandTest {
    private static final Call ADMISSION = new Call("io.isolane.dataplane.pipeline.Admission", "untagged", 71);
    private static final Call LOOKUP = new Call("io.isolane.dataplane.pipeline.Lookup", "run", 19);

    @Test
    void shouldDivideTheTimeOfAFrameByItsSamples() {
        Profile profile = Profile.of(
                20,
                new Sampler.Samples(
                        List.of(List.of(ADMISSION), List.of(ADMISSION), List.of(ADMISSION), List.of(LOOKUP)), 1));

        assertThat(ProfileText.lines(profile, 1))
                .map(String::strip)
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("part"),
                        rule -> assertThat(rule).startsWith("--"),
                        admission -> assertThat(admission).matches("admission +15\\.00 +75\\.0 %"),
                        lookup -> assertThat(lookup).matches("lookup +5\\.00 +25\\.0 %"),
                        rule -> assertThat(rule).startsWith("--"),
                        all -> assertThat(all).matches("all +20\\.00 +100\\.0 %"),
                        empty -> assertThat(empty).isEmpty(),
                        header -> assertThat(header).startsWith("busiest lines"),
                        rule -> assertThat(rule).startsWith("--"),
                        line -> assertThat(line).matches("Admission\\.untagged:71 +admission +15\\.00 +75\\.0 %"));
    }

    @Test
    void shouldSampleTheStagesOfThisThread() throws IOException {
        try (ForwardingRig rig = new ForwardingRig(Scenario.of(IsolationMode.LEARNING));
                Sampler sampler = new Sampler()) {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(700);
            while (System.nanoTime() < end) {
                rig.step();
            }
            Profile profile = Profile.of(1, sampler.stop(Thread.currentThread()));

            assertThat(profile.samples()).isPositive();
            assertThat(profile.parts()).containsKey(Part.ADMISSION);
        }
    }

    @Test
    void shouldSayWhichValuesAnOptionTakes() {
        StringWriter errors = new StringWriter();
        CommandLine program = Main.commandLine().setErr(new PrintWriter(errors));

        assertThat(program.execute("bench", "profile", "--vlan", "trunk")).isEqualTo(2);
        assertThat(errors.toString()).contains("'--vlan': 'trunk' is none of none, access, access-to-trunk, tunnel");
        assertThat(program.execute("bench", "profile", "--frame-size", "tiny")).isEqualTo(2);
        assertThat(program.execute("bench", "profile", "--seconds", "0")).isEqualTo(2);
    }
}
