package io.isolane.tools.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {
    @ParameterizedTest
    @CsvSource({"port, port, 0", "port, prot, 1", "port, ports, 1", "port, pot, 1", "port, post, 1", "mode, vlan, 4"})
    void shouldCountTypingErrors(String word, String other, int errors) {
        assertThat(Spelling.distance(word, other)).isEqualTo(errors);
        assertThat(Spelling.distance(other, word)).isEqualTo(errors);
    }

    @Test
    void shouldFindWhatWasMeantAndNothingWhereAllIsDifferent() {
        List<String> keys = List.of("network", "networks", "netns", "name");
        assertThat(Spelling.nearest("netwrok", keys)).contains("network");
        assertThat(Spelling.nearest("colour", keys)).isEmpty();
        assertThat(Spelling.nearest("x", List.of("y"))).isEmpty();
    }
}
