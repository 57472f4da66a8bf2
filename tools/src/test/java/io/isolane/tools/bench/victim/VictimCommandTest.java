package io.isolane.tools.bench.victim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class VictimCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @EnumSource
    void shouldCarryTheVictimsFramesAndTakeTheAttackersWhereItSends(Onslaught onslaught) {
        try (VictimRig rig = new VictimRig(new VictimSettings(10_000, 100, 256, true))) {
            VictimRound round = rig.run(onslaught);

            assertThat(round.framesPerSecond()).isPositive();
            assertThat(round.lost())
                    .as("a slow machine may fill a ring, but not lose all")
                    .isLessThan(1000);
            assertThat(round.p99Nanos()).isGreaterThanOrEqualTo(round.medianNanos());
            assertThat(round.attackPerSecond() > 0).isEqualTo(onslaught.sends());
        }
    }

    @Test
    void shouldPrintARowForEachAttackAndWriteTheRoundsAsJson() {
        Path json = directory.resolve("victim.json");

        int code = execute("--rounds", "1", "--millis", "20", "--weight", "4", "--json", json.toString());

        assertThat(code).isZero();
        assertThat(out.toString()).contains("none", "broadcasts", "new addresses", "runts", "silence", "weight 4 with");
        JsonNode document = JsonMapper.shared().readTree(json.toFile());
        assertThat(document.get("settings").get("rate").asInt()).isEqualTo(1_000_000);
        assertThat(document.get("rounds").size()).isEqualTo(Onslaught.values().length);
    }

    @ParameterizedTest
    @CsvSource({"--rounds 0", "--millis 1", "--rate -1", "--weight 257"})
    void shouldRefuseWhatItCannotMeasure(String words) {
        assertThat(execute(words.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(words.split(" ", -1)[0]);
    }

    private int execute(String... words) {
        return new CommandLine(new VictimCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
