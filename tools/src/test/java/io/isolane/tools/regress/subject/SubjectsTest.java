package io.isolane.tools.regress.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SubjectsTest {
    private static final List<String> COMMIT =
            List.of("git", "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "first");

    @TempDir
    private Path directory = Path.of("");

    private final StringWriter progress = new StringWriter();
    private Path repository = Path.of("");
    private Subjects subjects = new Subjects(repository, repository, new PrintWriter(progress));

    @BeforeEach
    void commit() throws IOException {
        repository = Files.createDirectory(directory.resolve("repository"));
        Ran.command(repository, List.of("git", "init", "-q", "-b", "main")).require("git init");
        Ran.command(repository, COMMIT).require("git commit");
        subjects = new Subjects(repository, directory.resolve("cache"), new PrintWriter(progress));
    }

    @Test
    void shouldCopyAJarSoThatNoBuildChangesIt() throws IOException {
        Path jar = Files.writeString(directory.resolve("a.jar"), "as it was");

        Subject subject = subjects.resolve(jar.toString(), directory.resolve("copy.jar"));
        Files.writeString(jar, "as it is");

        assertThat(subject.jar()).hasContent("as it was");
        assertThat(subject.id()).isEqualTo(subject.sha256()).hasSize(64);
        assertThat(subject.name()).isEqualTo(jar.toString());
    }

    @Test
    void shouldTakeTheJarThatIsKeptOfACommit() throws IOException {
        String commit = Ran.command(repository, List.of("git", "rev-parse", "HEAD"))
                .output()
                .strip();
        Path cache = Files.createDirectories(directory.resolve("cache"));
        Files.writeString(cache.resolve(commit + ".jar"), "built before");

        Subject subject = subjects.resolve("main", directory.resolve("copy.jar"));

        assertThat(subject.name()).isEqualTo("main (" + commit.substring(0, 12) + ")");
        assertThat(subject.id()).isEqualTo(commit);
        assertThat(subject.jar()).hasContent("built before");
        assertThat(progress.toString()).isEmpty();
    }

    @Test
    void shouldSayThatANameIsNeitherAJarNorACommit() {
        assertThatIOException()
                .isThrownBy(() -> subjects.describe("mian"))
                .withMessage("'mian' is neither a jar nor a commit of " + repository
                        + ": give a file that exists, a branch, a tag, a commit id, or . for the working tree");
        assertThatIOException().isThrownBy(() -> subjects.describe("--help")).withMessageContaining("neither a jar");
    }

    @Test
    void shouldSayWhatCannotBeBuiltAndLeaveNoTreeBehind() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> subjects.resolve("main", directory.resolve("copy.jar")))
                .withMessageContaining("has no pom.xml: it cannot be built");

        assertThat(directory.resolve("cache")).isEmptyDirectory();
        assertThat(Ran.command(repository, List.of("git", "worktree", "list")).output())
                .hasLineCount(1);
    }

    @Test
    void shouldBuildTheWorkingTreeAsItIs() {
        assertThatIOException()
                .isThrownBy(() -> subjects.resolve(".", directory.resolve("copy.jar")))
                .withMessage(repository + " has no pom.xml: it cannot be built");
        assertThat(progress.toString()).contains("building the working tree");
    }
}
