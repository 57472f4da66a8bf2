package io.isolane.tools.bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.tools.bench.results.SampleRun;
import io.isolane.tools.bench.trial.FrameMix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Looks at a report as Chromium renders it, at the widths of a telephone, a tablet and a desk, light and dark. */
class RenderedPageTest {
    private static final List<String> MODES = List.of(
            "shared-medium",
            "host-shielded",
            "learning",
            "registered",
            "vlan-per-guest",
            "dedicated-uplink",
            "private-vlan",
            "protected");

    @TempDir
    private static Path directory;

    private static @Nullable Browser browser;

    @BeforeAll
    static void start() throws Exception {
        String missing = Browser.missing();
        assumeTrue(missing.isEmpty(), "nothing is rendered: " + missing);
        browser = Browser.start(Files.createDirectory(directory.resolve("profile")));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, false", "390, true", "768, false", "1280, false", "1280, true"})
    void shouldShowEveryPictureWholeAndReadable(int width, boolean isDark) throws Exception {
        SampleRun sample = SampleRun.usual();

        JsonNode seen = look(sample, width, isDark);

        assertThat(problems(seen)).isEmpty();
        assertThat(seen.path("isDark").asBoolean()).isEqualTo(isDark);
    }

    /** All modes and five lengths, with a curve of addresses: 65 pictures, and a page that a telephone loads at once. */
    @Test
    void shouldBeASmallPageForALargeCampaign() throws Exception {
        List<FrameMix> frames =
                Stream.of(64, 256, 512, 1024, 1518).map(FrameMix::of).toList();
        Path page = directory.resolve("large.html");

        report(SampleRun.of(MODES, frames)).writeHtml(page);

        assertThat(Files.size(page)).isLessThan(700_000);
    }

    @ParameterizedTest
    @CsvSource({"390, true", "1280, false"})
    void shouldHaveRoomForEveryModeAndManyLengths(int width, boolean isDark) throws Exception {
        List<FrameMix> frames = Stream.of(64, 128, 256, 512, 1024, 1280, 1518, 9000)
                .map(FrameMix::of)
                .toList();

        assertThat(problems(look(SampleRun.of(MODES, frames), width, isDark))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"390, false", "1280, true"})
    void shouldLookWellWithOneDeviceOnly(int width, boolean isDark) throws Exception {
        assertThat(problems(look(SampleRun.of(List.of("learning"), List.of(FrameMix.of(64))), width, isDark)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void shouldShowThePicturesAloneInLightAndDark(boolean isDark) throws Exception {
        report(SampleRun.usual()).writeSvg(directory.resolve("pictures"));
        List<Path> files;
        try (Stream<Path> all = Files.list(directory.resolve("pictures"))) {
            files = all.toList();
        }

        assertThat(files).isNotEmpty();
        for (Path file : files) {
            JsonNode seen = look(file, 1280, isDark);
            assertThat(problems(seen)).as(file.toString()).isEmpty();
            assertThat(seen.path("charts").asInt()).isOne();
            assertThat(seen.path("isDark").asBoolean()).isEqualTo(isDark);
        }
    }

    @Test
    void shouldSeeWhatIsWrong() throws Exception {
        Path page = directory.resolve("wrong.html");
        report(SampleRun.usual()).writeHtml(page);
        String html = Files.readString(page)
                .replace("</style>", ".chart .dim{fill:#bbb !important} h1{width:3000px;color:#ddd}</style>")
                .replaceFirst("(<text x=\")[\\d.]+", "$1-20");
        Files.writeString(page, html);

        String problems = String.join("\n", problems(look(page, 390, false)));

        assertThat(problems).contains("scrolls sideways", "leaves the picture", "has a contrast of 1.");
    }

    private static JsonNode look(SampleRun sample, int width, boolean isDark) throws Exception {
        Path page = directory.resolve("report.html");
        ReportWriter report = report(sample);
        report.writeHtml(page);
        JsonNode seen = look(page, width, isDark);
        assertThat(seen.path("charts").asInt()).isEqualTo(report.pictures());
        return seen;
    }

    private static JsonNode look(Path page, int width, boolean isDark) throws IOException, InterruptedException {
        return Objects.requireNonNull(browser).look(page, width, isDark);
    }

    private static ReportWriter report(SampleRun sample) throws Exception {
        Path results = directory.resolve("results.jsonl");
        sample.write(results);
        return ReportWriter.of(results, false);
    }

    private static List<String> problems(JsonNode seen) {
        return seen.path("problems").valueStream().map(JsonNode::asString).toList();
    }
}
