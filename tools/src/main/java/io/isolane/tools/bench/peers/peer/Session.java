package io.isolane.tools.bench.peers.peer;

import io.isolane.tools.program.Program;
import io.isolane.tools.program.Programs;
import io.isolane.tools.terminal.TypedLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programs of one run of a switch; it remembers what was typed. What goes wrong is told in one line. Confined to its thread. */
public final class Session implements AutoCloseable {
    private static final String DIRECTORY = "$DIR";
    private static final Duration ASKING = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_MILLIS = 5;

    private final Path room;
    private final Map<String, String> variables;
    private final Duration patience;
    private final Programs programs;
    private final List<String> commands = new ArrayList<>();

    /**
     * No program yet.
     *
     * @param room where what they print goes
     * @param variables of their environment; in their values {@code $DIR} is the room
     * @param patience how long a program may take to end, or to get ready
     */
    Session(Path room, Map<String, String> variables, Duration patience) {
        this.room = room;
        this.patience = patience;
        this.programs = new Programs(room);
        this.variables = variables.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, each -> each.getValue().replace(DIRECTORY, room.toString())));
        if (!variables.isEmpty()) {
            commands.add(new TreeMap<>(variables)
                    .entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining(" ", "export ", "")));
        }
    }

    /** The directory that is its own. */
    public Path room() {
        return room;
    }

    /**
     * Starts a program that goes on.
     *
     * @throws IOException if it cannot be started
     */
    public Program start(List<String> words) throws IOException {
        note(words);
        return launch(words);
    }

    /**
     * Runs a program that configures something, to its end.
     *
     * @return what it printed
     * @throws IOException with its last words, if it fails or does not end
     * @throws InterruptedException if the thread was interrupted
     */
    public String run(List<String> words) throws IOException, InterruptedException {
        note(words);
        return ask(words);
    }

    /** As {@link #run}, of a program that only asks something, which nobody need repeat. */
    String ask(List<String> words) throws IOException, InterruptedException {
        Program program = launch(words);
        String name = name(words);
        long deadline = System.nanoTime() + patience.toNanos();
        while (program.isRunning() && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        if (program.isRunning()) {
            program.kill();
            throw new IOException(name + " does not end");
        }
        if (program.end(Duration.ZERO) != 0) {
            throw new IOException(name + " failed: " + program.lastWords());
        }
        return program.output();
    }

    /**
     * What a program says of itself, apart from any run.
     *
     * @throws IOException with its last words, if it fails or does not end
     * @throws InterruptedException if the thread was interrupted
     */
    static String askOnce(List<String> words) throws IOException, InterruptedException {
        Path room = Files.createTempDirectory("isolane-ask");
        try (Session session = new Session(room, Map.of(), ASKING)) {
            return session.ask(words);
        } finally {
            Trees.delete(room);
        }
    }

    /**
     * Waits until something holds, while a program runs.
     *
     * @param what in words, for a message: "is ready"
     * @throws IOException with its last words, if it ends before; or if it takes too long
     * @throws InterruptedException if the thread was interrupted
     */
    public void await(Program program, String name, String what, BooleanSupplier isSo)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            if (!program.isRunning()) {
                throw new IOException(name + " ended before it " + what + ": " + program.lastWords());
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IOException(name + " hangs: not a sign in " + patience.toSeconds() + " s that it " + what);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /**
     * Asks a program that runs how many frames it has seen, by another one; the answer is taken for true in the middle of the time it took.
     *
     * @param frames reads it out of the answer; empty if the answer does not have it
     * @throws IOException if the program has ended, or does not say
     * @throws InterruptedException if the thread was interrupted
     */
    Sample sample(Program program, String name, List<String> question, Function<String, Optional<Long>> frames)
            throws IOException, InterruptedException {
        requireRunning(program, name);
        long asked = System.nanoTime();
        String answer = ask(question);
        long answered = System.nanoTime();
        long count = frames.apply(answer).orElseThrow(() -> new IOException(name + " does not say what it forwarded"));
        return new Sample(count, asked + (answered - asked) / 2);
    }

    /** @throws IOException with its last words, if it has ended */
    static void requireRunning(Program program, String name) throws IOException {
        if (!program.isRunning()) {
            throw new IOException(name + " ended: " + program.lastWords());
        }
    }

    /** Lines that others can type; the run's own directory is called {@code $DIR} in them. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** Words before a command that keep it on these cores. */
    static List<String> on(List<Integer> cores, List<String> command) {
        return Stream.concat(Stream.of("taskset", "-c", Cores.joined(cores)), command.stream())
                .toList();
    }

    /** Ends all of them. */
    @Override
    public void close() {
        programs.close();
    }

    /** In a session of its own (setsid(2)): what is typed at a terminal to end us is not sent to it, since it is ended in its order. */
    private Program launch(List<String> words) throws IOException {
        return programs.start(Stream.concat(Stream.of("setsid"), words.stream()).toList(), variables);
    }

    private void note(List<String> words) {
        commands.add(TypedLine.of(words)
                .replace(room.toString(), DIRECTORY)
                .replace(String.valueOf(room.getParent()), DIRECTORY + "/.."));
    }

    private static String name(List<String> words) {
        return Path.of(words.getFirst()).getFileName().toString();
    }
}
