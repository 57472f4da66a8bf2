package io.isolane.tools.bench.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.tools.bench.tester.TesterConfig;
import io.isolane.tools.bench.tester.TesterConfig.FullPort;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import io.isolane.tools.program.Prerequisites;
import io.isolane.tools.run.IpCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A switch that we did not write, measured by the same tester: a Linux bridge in a namespace, with veth pairs and TAP devices. */
class LinuxBridgeTest {
    private static final String LAB = "bed-" + ProcessHandle.current().pid();
    private static final int FRAMES = 300;
    private static final double RATE = 2_000;
    private static final TesterConfig PATIENT =
            TesterConfig.RFC_2544.withQuiet(Duration.ofMillis(300)).withFullPort(FullPort.KEEP_WAITING);

    @BeforeEach
    void makeBridge() throws IOException {
        Prerequisites.missing(List.of("ip")).ifPresent(missing -> assumeTrue(false, missing));
        IpCommand.run("netns", "add", LAB);
        ip("link", "add", "br0", "type", "bridge");
        ip("link", "set", "br0", "up");
        for (int i = 0; i < 3; i++) {
            ip("link", "add", "v" + i, "type", "veth", "peer", "name", "w" + i);
            ip("link", "set", "w" + i, "master", "br0", "up");
            ip("link", "set", "v" + i, "up");
            ip("tuntap", "add", "t" + i, "mode", "tap");
            ip("link", "set", "t" + i, "master", "br0", "up");
        }
    }

    @AfterEach
    void removeBridge() throws IOException {
        if (Files.exists(Path.of("/run/netns", LAB))) {
            IpCommand.run("netns", "delete", LAB);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"packet:v0@LAB,v1@LAB,v2@LAB", "tap:t0@LAB,t1@LAB,t2@LAB", "packet:v0@LAB,v1@LAB,tap:t0@LAB"})
    void shouldLoseNothingAtALowRateWhateverTheSize(String dut) throws Exception {
        try (TestBed bed = open(dut, DeviceOptions.DEFAULT)) {
            List<Stream> both = List.of(way(bed, 0, 1), way(bed, 1, 0));
            assertThat(bed.learn(both)).isEmpty();
            for (int size : new int[] {64, 512, 1518}) {
                TrialResult result = bed.run(new TrialSpec(both, FrameMix.of(size), RATE, FRAMES));

                assertThat(result.total().received()).isEqualTo(FRAMES);
                assertThat(result.total().duplicates() + result.total().misdirected())
                        .isZero();
            }
            assertThat(bed.device().name()).isEqualTo(dut.replace("LAB", LAB));
            assertThat(bed.device().configuration()).containsEntry("mtu", "1500");
        }
    }

    @Test
    void shouldSeeFramesToUnknownAddressesComeToOtherPorts() throws Exception {
        try (TestBed bed = open("packet:v0@LAB,v1@LAB,v2@LAB", DeviceOptions.DEFAULT)) {
            TrialResult result = bed.run(new TrialSpec(List.of(way(bed, 0, 1)), FrameMix.of(64), RATE, FRAMES));

            assertThat(result.total().received()).isEqualTo(FRAMES);
            assertThat(result.total().misdirected()).isEqualTo(FRAMES);
        }
    }

    @Test
    void shouldSayThatABridgeWhichDoesNotLearnFloods() throws Exception {
        for (int i = 0; i < 3; i++) {
            ip("link", "set", "w" + i, "type", "bridge_slave", "learning", "off");
        }
        try (TestBed bed = open("packet:v0@LAB,v1@LAB,v2@LAB", DeviceOptions.DEFAULT)) {
            assertThat(bed.learn(List.of(way(bed, 0, 1))))
                    .contains("8 of 8 addresses were not learnt: frames to them were flooded");
        }
    }

    @Test
    void shouldFindTheBridgeForgetfulAfterItsAgeingTime() throws Exception {
        ip("link", "set", "br0", "type", "bridge", "ageing_time", "100");
        DeviceOptions ageing = DeviceOptions.DEFAULT.withAgeing(Duration.ofSeconds(1));
        try (TestBed bed = open("packet:v0@LAB,v1@LAB,v2@LAB", ageing)) {
            bed.learn(List.of(way(bed, 0, 1)));

            assertThat(bed.forget()).isTrue();
            assertThat(bed.run(new TrialSpec(List.of(way(bed, 0, 1)), FrameMix.of(64), RATE, 8))
                            .total()
                            .misdirected())
                    .isEqualTo(8);
        }
        try (TestBed bed = open("packet:v0@LAB,v1@LAB", DeviceOptions.DEFAULT)) {
            assertThat(bed.forget()).isFalse();
        }
    }

    @Test
    void shouldMeasureHowLongAResetCommandTakesTheBridgeAway() throws Exception {
        String ip = "ip -n " + LAB + " link set br0 ";
        DeviceOptions options = DeviceOptions.DEFAULT.withResetCommand(ip + "down && " + ip + "up");
        try (TestBed bed = open("packet:v0@LAB,v1@LAB", options)) {
            TrialSpec load = new TrialSpec(List.of(way(bed, 0, 1)), FrameMix.of(64), RATE, 1);

            assertThat(bed.reset(load))
                    .hasValueSatisfying(gap -> assertThat(gap).isPositive());
        }
        try (TestBed bed = open("packet:v0@LAB,v1@LAB", DeviceOptions.DEFAULT.withResetCommand("exit 3"))) {
            TrialSpec load = new TrialSpec(List.of(way(bed, 0, 1)), FrameMix.of(64), RATE, 1);

            assertThatThrownBy(() -> bed.reset(load))
                    .hasMessage("the reset command 'exit 3' failed with exit code 3: run it by hand to see why");
        }
    }

    @Test
    void shouldNameAnInterfaceThatIsDown() throws IOException {
        ip("link", "set", "v1", "down");

        assertThatIOException()
                .isThrownBy(() -> open("packet:v0@LAB,v1@LAB", DeviceOptions.DEFAULT))
                .withMessageContaining("'ip link set v1 up'");
    }

    @Test
    void shouldNameAnInterfaceThatVanishedDuringATrial() throws Exception {
        try (TestBed bed = open("packet:v0@LAB,v1@LAB", DeviceOptions.DEFAULT)) {
            TrialSpec spec = new TrialSpec(List.of(way(bed, 0, 1)), FrameMix.of(64), RATE, FRAMES);
            ip("link", "delete", "v1");

            assertThatThrownBy(() -> bed.run(spec)).hasMessageContaining("packet:v1@" + LAB);
        }
    }

    private static TestBed open(String dut, DeviceOptions options) throws IOException {
        return DeviceChoice.parse(dut.replace("LAB", LAB)).open(options, PATIENT);
    }

    private static Stream way(TestBed bed, int from, int to) {
        return Stream.of(from, to, bed.stations(from, 8), bed.stations(to, 8));
    }

    private static void ip(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("-n", LAB));
        all.addAll(List.of(words));
        IpCommand.run(all.toArray(String[]::new));
    }
}
