package io.isolane.tools.regress.subject;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a user names: a jar, {@code .} for the working tree as it is, or whatever git calls a commit. Commits are built once, in a
 * worktree of their own, and the jars kept by commit id. Confined to its thread.
 */
public final class Subjects {
    private static final String WORKING_TREE = ".";

    private final Path repository;
    private final Path cache;
    private final PrintWriter progress;

    /**
     * Finds nothing yet.
     *
     * @param repository the clone whose commits are meant
     * @param cache where built jars are kept; need not exist
     * @param progress is told what is built
     */
    public Subjects(Path repository, Path cache, PrintWriter progress) {
        this.repository = repository;
        this.cache = cache;
        this.progress = progress;
    }

    /** Where jars are kept by default: {@code $XDG_CACHE_HOME/isolane/regress}, or in {@code ~/.cache}. */
    public static Path defaultCache() {
        Path caches = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(set -> !set.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        return caches.resolve("isolane").resolve("regress");
    }

    /**
     * Whether something of that name exists, without building it.
     *
     * @throws IOException if neither a file nor a commit is called so; the message says it
     */
    public String describe(String name) throws IOException {
        if (isJar(name)) {
            return "jar " + name;
        }
        return name.equals(WORKING_TREE)
                ? "working tree"
                : "commit " + commit(name).substring(0, 12);
    }

    /**
     * Finds or builds it, and copies the jar.
     *
     * @param copy where the jar goes
     * @throws IOException if neither a file nor a commit is called so, or the build fails
     */
    public Subject resolve(String name, Path copy) throws IOException {
        Path jar;
        String called = name;
        String id = "";
        if (isJar(name)) {
            jar = Path.of(name);
        } else if (name.equals(WORKING_TREE)) {
            progress.println("isolane regress: building the working tree ...");
            progress.flush();
            jar = new Build(repository).run();
            called = "working tree on " + commit("HEAD").substring(0, 12);
        } else {
            String commit = commit(name);
            jar = built(commit);
            id = commit;
            called = commit.startsWith(name) ? commit.substring(0, 12) : name + " (" + commit.substring(0, 12) + ")";
        }
        Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        String sha256 = sha256(copy);
        return new Subject(called, id.isEmpty() ? sha256 : id, copy, sha256);
    }

    private static boolean isJar(String name) {
        return Files.isRegularFile(Path.of(name));
    }

    private String commit(String name) throws IOException {
        Ran ran = Ran.command(
                repository, List.of("git", "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"));
        if (ran.code() != 0) {
            throw new IOException("'" + name + "' is neither a jar nor a commit of " + repository
                    + ": give a file that exists, a branch, a tag, a commit id, or . for the working tree");
        }
        return ran.output().strip();
    }

    private Path built(String commit) throws IOException {
        Path kept = cache.resolve(commit + ".jar");
        if (Files.exists(kept)) {
            return kept;
        }
        Files.createDirectories(cache);
        progress.println("isolane regress: building " + commit.substring(0, 12) + " (once; kept in " + cache + ") ...");
        progress.flush();
        Path worktree = Files.createTempDirectory(cache, "tree-");
        try {
            Ran.command(
                            repository,
                            List.of("git", "worktree", "add", "--force", "--detach", worktree.toString(), commit))
                    .require("git cannot check out " + commit);
            Files.move(
                    new Build(worktree).run(),
                    kept,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Ran.command(repository, List.of("git", "worktree", "remove", "--force", worktree.toString()));
        }
        return kept;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
