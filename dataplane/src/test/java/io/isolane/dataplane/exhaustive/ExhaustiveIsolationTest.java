package io.isolane.dataplane.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who hears what, in every mode, every small configuration and for every class of frame: the real stages against the tables in {@link
 * io.isolane.dataplane.exhaustive.rules}. A case is one frame of one port in one configuration, compared at each of the others with its
 * tags, and in what was counted as dropped.
 *
 * <p>What is not tried twice, and why that loses nothing:
 *
 * <ul>
 *   <li>Configurations that are the same but for the numbers of their ports count as one. So that a number cannot matter unnoticed, each
 *       is tried with its ports turned by one more place than the last.
 *   <li>What a frame does at a listener is a matter of three ports: where it came from, the listener, and where its addressee is. So every
 *       configuration of three ports is tried. A fourth can matter by what it says of the network (that it has VLANs, that two networks
 *       share an uplink): where four ports would be too many for a build, each fortieth is tried. {@code
 *       -Disolane.exhaustive.stride=1} tries all of them, which takes minutes.
 *   <li>Of the VLANs two are ordinary, and the third is 1, which ports are in that name none. Any other stands for those that nobody has.
 *   <li>In networks without VLANs tags are payload: four kinds stand for all.
 *   <li>All frames of a port are one batch. Its stations have spoken before, so nothing is learnt from it that was not known.
 * </ul>
 */
class ExhaustiveIsolationTest {
    private static final int STRIDE = Integer.getInteger("isolane.exhaustive.stride", 40);
    private static final Path RULES = Path.of("src/test/java/io/isolane/dataplane/exhaustive/rules");

    static List<Family> families() {
        return Families.all(STRIDE);
    }

    @ParameterizedTest
    @MethodSource("families")
    void shouldLetEveryPortHearWhatTheRulesSayAndNothingElse(Family family) {
        try (Examination examination = new Examination(family.hasVlans())) {
            family.forEach(examination::examine);

            assertThat(examination.differences()).as("%s", examination).isEmpty();
            IO.println(family + ": " + examination);
            assertThat(examination.cases()).isGreaterThanOrEqualTo(family.floor());
        }
    }

    @Test
    void shouldKnowTheRulesFromNothingOfTheSwitch() throws IOException {
        try (Stream<Path> rules = Files.list(RULES)) {
            assertThat(rules.flatMap(ExhaustiveIsolationTest::imports))
                    .isNotEmpty()
                    .allMatch(
                            line -> line.matches(
                                    "import (static )?(java|org\\.jspecify|io\\.isolane\\.dataplane\\.exhaustive\\.rules)\\..*"));
        }
    }

    private static Stream<String> imports(Path source) {
        try {
            return Files.readAllLines(source).stream().filter(line -> line.startsWith("import "));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
