package io.isolane.tools.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.program.Attacks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AttackCommandTest {
    private static final int TERMINAL = 120;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldListEveryAttackWithWhatIsToStopIt() {
        assertThat(execute("--list")).isZero();
        assertThat(out.toString())
                .contains(Attacks.all().stream().map(Attack::name).toList())
                .contains("ra-guard", "storm-control", "RFC 7113");
    }

    @Test
    void shouldPrintATableOfModesAndExitWithZeroWhereOnlyHubsFell() {
        int code = execute("address-theft", "double-tag", "--out", directory.toString());

        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("address-theft +FELL +held|address-theft +FELL +FELL")
                .contains("shared-medium, address-theft: FELL. ")
                .doesNotContain("should not have");
        assertThat(out.toString().lines().filter(line -> line.startsWith("double-tag") || line.startsWith("Attack ")))
                .hasSize(2)
                .allMatch(line -> line.length() <= TERMINAL);
        for (IsolationMode mode : IsolationMode.values()) {
            assertThat(directory.resolve(mode.label() + "-address-theft.pcapng"))
                    .isNotEmptyFile();
        }
    }

    @Test
    void shouldShowOneAttackWithItsEvidenceAndWithoutItsGuard() {
        int code = execute("rogue-ra", "--mode", "learning", "--no-guards", "--out", directory.toString());

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("learning, rogue-ra: FELL", "the victim and the peer heard", "Guard: ra-guard")
                .contains("without guards");
    }

    @Test
    void shouldWriteTheSameAsJson() {
        Path json = directory.resolve("attack.json");

        execute("storm", "--mode", "learning", "--out", directory.toString(), "--json", json.toString());

        JsonNode document = JsonMapper.shared().readTree(json.toFile());
        assertThat(document.get("asExpected").asBoolean()).isTrue();
        JsonNode only = document.get("attacks").get(0);
        assertThat(only.get("verdict").asString()).isEqualTo("held");
        assertThat(only.get("target").asString()).isEqualTo("learning");
        assertThat(only.get("evidence").asString()).contains("192,000");
        assertThat(Path.of(only.get("capture").asString())).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "syn-flood|'syn-flood' is not an attack",
                "|Say which attack",
                "all --mode hub|'hub' is not an isolation mode",
                "all --dut packet:a,b|three to six Linux interfaces, of attacker, victim, peer, stranger",
                "all --dut memory|three to six Linux interfaces",
                "all --vlans 10,10|two different VLANs",
                "all --vlans 10,4095|two different VLANs",
                "all --ageing -1|--ageing",
                "all --dut packet:a,b,c --no-guards|--no-guards is for the switch in memory"
            })
    void shouldRefuseWhatItCannotDo(String words, String complaint) {
        int code = execute(words == null ? new String[0] : words.split(" ", -1));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(complaint).doesNotContain("Exception");
    }

    private int execute(String... words) {
        return new CommandLine(new AttackCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(new ColorScheme.Builder(Ansi.OFF).build())
                .execute(words);
    }
}
