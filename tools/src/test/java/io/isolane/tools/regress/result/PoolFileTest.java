package io.isolane.tools.regress.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PoolFileTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void shouldReadWhatItWrote() throws IOException {
        Pool pool = Pool.of(Runs.run(1, 0, 0.01));
        Path file = directory.resolve("forks.jsonl");
        PoolFile.write(pool, file);

        assertThat(PoolFile.read(file)).isEqualTo(pool);
        assertThat(PoolFile.isPool(file)).isTrue();
        assertThat(Files.readAllLines(file)).hasSize(1 + pool.forks().size());
    }

    @Test
    void shouldTakeTheBaselineOnlyWhereTheCandidateWasAnother() throws IOException {
        RunResult sameCode = Runs.run(1, 0, 0.001);
        RunResult slowed = Runs.run(1, 0.05, 0.001);

        assertThat(Pool.of(sameCode).forks()).hasSameSizeAs(sameCode.forks());
        assertThat(Pool.of(slowed).forks())
                .hasSize(slowed.forks().size() / 2)
                .allMatch(fork -> fork.values().getFirst() > 29);
    }

    @Test
    void shouldNameTheLineThatWasCutOff() throws IOException {
        Path file = directory.resolve("forks.jsonl");
        PoolFile.write(Pool.of(Runs.run(1, 0, 0.01)), file);
        List<String> lines = Files.readAllLines(file);
        Files.writeString(
                file,
                String.join("\n", lines.subList(0, 5)) + "\n" + lines.get(5).substring(0, 30));

        assertThatIOException().isThrownBy(() -> PoolFile.read(file)).withMessageStartingWith(file + ":6: ");
    }

    @Test
    void shouldRefuseWhatIsNoPool() throws IOException {
        Path file = directory.resolve("run.json");
        RunFile.write(Runs.run(1, 0, 0.01), file);

        assertThat(PoolFile.isPool(file)).isFalse();
        assertThatIOException().isThrownBy(() -> PoolFile.read(file)).withMessageContaining(file + ":1: not a pool");
    }
}
