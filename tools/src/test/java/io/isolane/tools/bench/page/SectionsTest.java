package io.isolane.tools.bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.bench.markup.Markup;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.Entry.Result;
import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.results.LatencyHistograms;
import io.isolane.tools.bench.results.Results;
import io.isolane.tools.bench.results.SampleRun;
import io.isolane.tools.bench.trial.Device;
import io.isolane.tools.bench.trial.FrameMix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectionsTest {
    private static final List<Entry> SAMPLE =
            SampleRun.of(List.of("learning"), List.of(FrameMix.of(64))).entries();

    @Test
    void shouldHaveOnlyThePartsThatThereIsSomethingFor() {
        assertThat(sections(SAMPLE))
                .extracting(Section::id)
                .containsExactly(
                        "throughput", "latency", "loss", "cost", "search", "figures", "tester", "configuration");
        assertThat(sections(List.of(SAMPLE.getFirst(), SAMPLE.getLast()))).isEmpty();
    }

    @Test
    void shouldShowSearchesApartThatWereDoneAgain() {
        List<Entry> body = SAMPLE.subList(1, SAMPLE.size() - 1);
        List<Entry> twice = new ArrayList<>(List.of(SAMPLE.getFirst()));
        twice.addAll(body);
        twice.addAll(body);

        assertThat(titles(sections(twice), "search"))
                .containsExactly(
                        "Search for throughput: isolane learning, 64-byte frames, 1 of 2",
                        "Search for throughput: isolane learning, 64-byte frames, 2 of 2");
        assertThat(titles(sections(SAMPLE), "search"))
                .containsExactly("Search for throughput: isolane learning, 64-byte frames");
    }

    @Test
    void shouldDrawARateOverTheLoadAsACurveAndASingleOneAsABar() {
        List<Value> curve = List.of(
                new Value("forwarding rate", 0.5, "frames/s", 5e6, null, null),
                new Value("forwarding rate", 1.0, "frames/s", 9e6, null, null));
        List<Entry> entries = List.of(
                SAMPLE.getFirst(),
                result("rfc2889/forward-pressure", curve),
                result("rfc2889/fully-meshed", curve.subList(1, 2)));

        assertThat(titles(sections(entries), "forwarding"))
                .containsExactly("Forwarding rate over the load: isolane learning");
        assertThat(titles(sections(entries), "throughput"))
                .containsExactly("Forwarding rate at 100\u00a0% load (fully-meshed) by isolation mode and frame size");
    }

    @Test
    void shouldSayOnceWhatDiffersOnlyInItsFiguresAndFirstWhatIsRare() {
        List<Entry> entries = List.of(
                SAMPLE.getFirst(),
                result("rfc2544/latency", List.of(), "At 90 % of the throughput, 9,000 frames/s."),
                result("rfc2544/latency", List.of(), "At 50 % of the throughput, 5,000 frames/s."),
                result("rfc2544/throughput", List.of(), "Frames came twice."));

        Markup page = new Markup();
        new Remarks(evidence(entries)).write(page);

        assertThat(page.toString())
                .containsSubsequence(
                        "The run was cut off", "Frames came twice.", "At 90 %", "1 time more with other figures")
                .doesNotContain("At 50 %");
    }

    private static List<Section> sections(List<Entry> entries) {
        return Sections.of(evidence(entries));
    }

    private static Evidence evidence(List<Entry> entries) {
        return new Evidence(new Results(entries), LatencyHistograms.none());
    }

    private static List<String> titles(List<Section> sections, String id) {
        return sections.stream()
                .filter(section -> section.id().equals(id))
                .flatMap(section -> section.figures().stream())
                .map(figure -> figure.chart().labels().title())
                .toList();
    }

    private static Result result(String test, List<Value> values, String... remarks) {
        Device device = new Device("isolane learning", "learning", 2, Map.of());
        return new Result(test, device, "64", 256, 1, values, List.of(remarks), null);
    }
}
