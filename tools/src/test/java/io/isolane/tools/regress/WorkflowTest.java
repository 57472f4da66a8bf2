package io.isolane.tools.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the README tells a reader to run, and the workflow that it quotes. */
class WorkflowTest {
    private static final Path README = Path.of("../README.md");
    private static final Path WORKFLOW = Path.of("examples/ci/regress.yml");
    private static final Pattern QUOTED =
            Pattern.compile("<!-- example: regress.yml -->\n```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("tools/bin/isolane regress ((?:[^\\\\\n]|\\\\\n)+)");

    @Test
    void shouldQuoteTheWorkflowThatIsKept() throws IOException {
        assertThat(QUOTED.matcher(Files.readString(README)).results().map(found -> found.group(1)))
                .containsExactly(Files.readString(WORKFLOW));
    }

    @Test
    void shouldBeAWorkflowThatRunsOnPullRequestsWithAllCommitsAtHand() throws IOException {
        JsonNode workflow = YAMLMapper.builder().build().readTree(Files.readString(WORKFLOW));

        assertThat(workflow.path("on").asString()).isEqualTo("pull_request");
        JsonNode steps = workflow.path("jobs").path("regress").path("steps");
        assertThat(steps.path(0).path("with").path("fetch-depth").asInt(-1)).isZero();
        assertThat(steps.path(2).path("run").asString()).contains("--baseline origin/main --candidate .");
    }

    @Test
    void shouldAcceptEveryCommandLineOfTheReadmeAndTheWorkflow() throws IOException {
        List<String> commands = COMMAND.matcher(Files.readString(README))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(commands)
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(command -> assertThatCode(() -> new CommandLine(new RegressCommand())
                                .setCaseInsensitiveEnumValuesAllowed(true)
                                .parseArgs(arguments(command)))
                        .doesNotThrowAnyException());
    }

    /** What the shell would hand on: without the program, redirections and what follows them. */
    private static String[] arguments(String command) {
        String[] words = command.replace("\\\n", " ")
                .replaceAll("(?: >>| \\|\\|).*", "")
                .strip()
                .split("\\s+", -1);
        return Arrays.copyOfRange(words, 2, words.length);
    }
}
