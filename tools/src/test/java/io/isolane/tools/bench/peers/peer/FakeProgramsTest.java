package io.isolane.tools.bench.peers.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.isolane.tools.bench.peers.work.Captures;
import io.isolane.tools.bench.peers.work.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that only call themselves testpmd or snabb: shell scripts that crash, hang, babble or do well. */
@EnabledOnOs(OS.LINUX)
class FakeProgramsTest {
    private static final Work WORK = Work.named("pairs-2").orElseThrow();

    @TempDir
    private Path directory;

    private Place place;
    private Installed installed;

    @BeforeEach
    void choosePlace() throws IOException {
        Files.createDirectories(directory.resolve("bin"));
        Files.createDirectories(directory.resolve("work"));
        List<Path> real = Installed.here().directories();
        installed = new Installed(
                Stream.concat(Stream.of(directory.resolve("bin")), real.stream())
                        .toList(),
                true);
        place = placeWithPatience(Duration.ofSeconds(20));
    }

    @Test
    void shouldCountWhatTestpmdAnswers() throws IOException, InterruptedException {
        write("dpdk-testpmd", """
                echo 'Logical Core 1 (socket 0) forwards packets on 2 streams:'
                n=0
                while read -r question; do
                    n=$((n + 100))
                    for port in 0 1; do echo "  TX-packets: $n   TX-errors: 0"; done
                done
                """);
        try (Running running = new Testpmd(installed).start(WORK, place)) {
            assertThat(running.sample().frames()).isEqualTo(200);
            assertThat(running.sample().frames()).isEqualTo(400);
            assertThat(running.commands()).first().asString().isEqualTo("export RUNTIME_DIRECTORY=$DIR");
            assertThat(running.commands()).last().asString().contains("rx_pcap=$DIR/../pairs-2-0.pcap,infinite_rx=1");
        }
    }

    @Test
    void shouldSayWhyOneEndedBeforeItWasReady() throws IOException {
        write("dpdk-testpmd", """
                echo 'EAL: Detected CPU lcores: 2'
                echo 'EAL: Error - exiting with code: 1'
                echo '  Cause: Cannot init EAL'
                exit 1
                """);

        assertThatThrownBy(() -> new Testpmd(installed).start(WORK, place))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "testpmd ended before it forwards: EAL: Error - exiting with code: 1; Cause: Cannot init EAL");
    }

    @Test
    void shouldSayThatOneEndedWhileItWasMeasured() throws IOException, InterruptedException {
        write("dpdk-testpmd", """
                echo 'Logical Core 1 (socket 0) forwards packets on 2 streams:'
                read -r question
                echo 'Segmentation fault'
                exit 139
                """);
        try (Running running = new Testpmd(installed).start(WORK, place)) {
            assertThatThrownBy(running::sample)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Segmentation fault");
        }
    }

    @Test
    void shouldGiveUpOneThatHangs() throws IOException {
        write("dpdk-testpmd", "exec sleep 600");

        assertThatThrownBy(() -> new Testpmd(installed).start(WORK, placeWithPatience(Duration.ofMillis(200))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("testpmd hangs");
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void shouldGiveUpOneThatBabbles() throws IOException, InterruptedException {
        write("dpdk-testpmd", """
                echo 'Logical Core 1 (socket 0) forwards packets on 2 streams:'
                while read -r question; do echo 'TX-packets: many   TX-errors: some'; done
                """);
        try (Running running = new Testpmd(installed).start(WORK, placeWithPatience(Duration.ofMillis(200)))) {
            assertThatThrownBy(running::sample).isInstanceOf(IOException.class).hasMessageContaining("hangs");
        }
    }

    @Test
    void shouldReadWhatSnabbCounts() throws IOException, InterruptedException {
        write("snabb", """
                case $1 in --version) echo 'snabb 1'; exit ;; esac
                [ "$2" != "${2%/bridge.lua}" ] && [ -s "$2" ] && [ "$3" = 4 ] && [ -s "$4" ] || exit 1
                echo 'counted 1000 at 2000000000'
                echo 'counted 3000 at 4000000000'
                exec sleep 600
                """);
        Snabb snabb = new Snabb(installed);
        assertThat(snabb.version()).isEqualTo("snabb 1");
        try (Running running = snabb.start(WORK, place)) {
            Sample sample = running.sample();

            assertThat(sample.frames()).isIn(1000L, 3000L);
            assertThat(new Sample(3000, 4_000_000_000L).rateSince(new Sample(1000, 2_000_000_000L)))
                    .isEqualTo(1000);
        }
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void shouldSayHowToGetWhatIsMissingAndThatRootIsNeeded() {
        Installed nothing = new Installed(List.of(directory), false);

        assertThat(new Testpmd(nothing).missing()).contains("dpdk-testpmd is not installed: apt install dpdk-dev");
        assertThat(new Snabb(nothing).missing()).get().asString().contains("github.com/snabbco/snabb");
        assertThat(new Vpp(nothing).missing()).get().asString().contains("vpp is not installed");
        Installed unprivileged = new Installed(installed.directories(), false);
        assertThat(new Snabb(with("snabb", unprivileged)).missing())
                .get()
                .asString()
                .contains("use sudo");
    }

    @Test
    void shouldRunOurOwnSwitchInAProcessOfItsOwn() throws IOException, InterruptedException {
        Isolane isolane = new Isolane(installed, true);
        assertThat(isolane.missing()).isEmpty();

        try (Running running = isolane.start(WORK, place)) {
            Sample first = running.sample();
            Sample later = running.sample();

            assertThat(later.rateSince(first)).isPositive();
            assertThat(running.processorTime()).isPositive();
        }
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    private Installed with(String program, Installed found) {
        try {
            write(program, "exit 0");
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
        return found;
    }

    private Place placeWithPatience(Duration patience) throws IOException {
        Path work = directory.resolve("work");
        return new Place(work, Cores.choose(OptionalInt.empty()), new Captures(work), patience);
    }

    private void write(String program, String script) throws IOException {
        Path file = directory.resolve("bin").resolve(program);
        Files.writeString(file, "#!/bin/sh\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
