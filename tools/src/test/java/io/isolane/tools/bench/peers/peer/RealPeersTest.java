package io.isolane.tools.bench.peers.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.tools.bench.peers.work.Captures;
import io.isolane.tools.bench.peers.work.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The other switches themselves, where they are installed. */
@EnabledOnOs(OS.LINUX)
class RealPeersTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("peers")
    void shouldForwardAndCountAndLeaveNothingRunning(Peer peer, String work) throws IOException, InterruptedException {
        Optional<String> missing = peer.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        assertThat(peer.version()).isNotBlank();
        Cores cores = Cores.choose(OptionalInt.empty());
        Place place = new Place(directory, cores, new Captures(directory), Duration.ofSeconds(60));

        try (Running running = peer.start(Work.named(work).orElseThrow(), place)) {
            Sample first = running.sample();
            Sample later = running.sample();
            while (later.frames() == first.frames()) {
                later = running.sample();
            }

            assertThat(later.rateSince(first)).isPositive();
        }
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    private static Stream<Arguments> peers() {
        Stream<Function<Installed, Peer>> kinds = Stream.of(Testpmd::new, OpenVSwitch::new, Snabb::new, Vpp::new);
        return kinds.map(kind -> kind.apply(Installed.here()))
                .flatMap(peer -> Work.ALL.stream()
                        .filter(peer::can)
                        .filter(work -> Stream.of("pairs-2", "trunk", "flood").anyMatch(work.name()::equals))
                        .map(work -> Arguments.of(peer, work.name())));
    }
}
