package io.isolane.tools.regress.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.tools.bench.page.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;

/** Looks at a comparison as Chromium renders it. */
class RenderedComparisonTest {
    @TempDir
    private Path directory;

    @Test
    void shouldShowTheChartOfAllEffectsWholeAndReadableOnATelephoneAndADesk() throws Exception {
        String missing = Browser.missing();
        assumeTrue(missing.isEmpty(), "nothing is rendered: " + missing);
        Path page = directory.resolve("comparison.html");
        Files.writeString(
                page,
                Format.HTML.render(
                        Hostile.comparison(), Ansi.OFF, Instant.EPOCH, "isolane regress compare a.json b.json"));

        try (Browser browser = Browser.start(Files.createDirectory(directory.resolve("profile")))) {
            for (int width : new int[] {390, 1280}) {
                for (boolean isDark : new boolean[] {false, true}) {
                    JsonNode seen = browser.look(page, width, isDark);
                    assertThat(seen.path("problems").valueStream().map(JsonNode::asString))
                            .as("%d wide, dark: %s", width, isDark)
                            .isEmpty();
                    assertThat(seen.path("charts").asInt()).isOne();
                    assertThat(seen.path("isDark").asBoolean()).isEqualTo(isDark);
                }
            }
        }
    }
}
