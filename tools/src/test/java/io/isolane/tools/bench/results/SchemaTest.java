package io.isolane.tools.bench.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.trial.Device;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the page that explains the schema against the records. */
class SchemaTest {
    private static final Path PAGE = Path.of("examples/bench/README.md");
    private static final Pattern SECTION = Pattern.compile("(?m)^### `(\\w+)`\\n(?s)(.*?)(?=^##|\\z)");
    private static final Pattern KEY = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    @Test
    void shouldExplainEveryKeyOfEveryRecordInItsOrder() throws IOException {
        assertThat(explained()).containsExactlyInAnyOrderEntriesOf(written());
    }

    @Test
    void shouldExplainEveryUnit() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Entry.Value.UNITS).allSatisfy(unit -> assertThat(page).contains("`" + unit + "`"));
    }

    @Test
    void shouldShowLinesThatAreRead() throws IOException {
        List<String> examples = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("{\"kind\""))
                .toList();

        assertThat(examples)
                .hasSize(5)
                .allSatisfy(
                        line -> assertThat(ResultsWriter.line(Line.read(line))).isEqualTo(line));
    }

    private static Map<String, List<String>> explained() throws IOException {
        Map<String, List<String>> keys = new TreeMap<>();
        Matcher sections = SECTION.matcher(Files.readString(PAGE));
        while (sections.find()) {
            keys.put(
                    sections.group(1),
                    KEY.matcher(sections.group(2))
                            .results()
                            .map(key -> key.group(1))
                            .toList());
        }
        return keys;
    }

    private static Map<String, List<String>> written() {
        Map<String, List<String>> keys = new TreeMap<>();
        for (JsonSubTypes.Type kind :
                Entry.class.getAnnotation(JsonSubTypes.class).value()) {
            keys.put(kind.name(), components(kind.value()));
        }
        Stream.of(Machine.class, Device.class, Entry.Value.class, Entry.Bound.class)
                .forEach(type -> keys.put(type.getSimpleName().toLowerCase(Locale.ROOT), components(type)));
        return keys;
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
