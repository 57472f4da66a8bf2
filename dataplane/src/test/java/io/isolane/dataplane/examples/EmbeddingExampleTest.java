package io.isolane.dataplane.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class EmbeddingExampleTest {
    private static final Path SOURCE = Path.of("src/test/java/io/isolane/dataplane/examples/EmbeddingExample.java");
    private static final Pattern MARKED = Pattern.compile("(?s) *// begin\\R(.*?) *// end\\R");
    private static final Pattern QUOTED =
            Pattern.compile("(?s)<!-- example: EmbeddingExample -->\\s*```java\\R(.*?)```");

    @Test
    @Timeout(60)
    void shouldHearOnTheTrunkWhatOneGuestSendsAndNothingOnTheOther() throws InterruptedException {
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            EmbeddingExample.main();
        } finally {
            System.setOut(standard);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).containsExactly("lan: VLAN 10", "blue: 0 frames");
    }

    @Test
    void shouldBeQuotedInTheReadmeToTheLetter() throws IOException {
        String quoted = only(QUOTED, Files.readString(Path.of("../README.md")));
        String marked = only(MARKED, Files.readString(SOURCE));

        assertThat(quoted).isEqualTo(marked.stripTrailing().stripIndent() + "\n");
    }

    private static String only(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
