package io.isolane.tools.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any text as a configuration: it is sound, or it is refused with problems that are in it. */
class ConfigFuzzTest {
    @FuzzTest(maxDuration = "5s")
    void shouldReadAnyTextOrSayWhereItIsWrong(byte[] content) {
        String yaml = new String(content, StandardCharsets.UTF_8);
        long breaks = yaml.codePoints()
                .filter(letter ->
                        letter == '\n' || letter == '\r' || letter == 0x85 || letter == 0x2028 || letter == 0x2029)
                .count();
        try {
            assertThat(ConfigFile.parse(yaml, "f").ports()).isNotNull();
        } catch (InvalidConfigException refused) {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.line()).isBetween(1, (int) breaks + 1);
                assertThat(problem.column()).isPositive();
                assertThat(problem.complaint()).isNotBlank();
            });
        }
    }
}
