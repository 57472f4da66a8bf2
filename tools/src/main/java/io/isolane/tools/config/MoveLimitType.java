package io.isolane.tools.config;

import static io.isolane.tools.config.Key.required;

import io.isolane.core.table.MoveLimit;
import java.time.Duration;
import java.util.Optional;

/** The value of {@code move-limit} of the table. */
final class MoveLimitType implements ValueType<MoveLimit> {
    static final Key<Integer> MOVES =
            required("moves", Values.integer(1, MoveLimit.MAX_MOVES), "how often a station may move within the window");
    static final Key<Duration> WINDOW = required(
            "window",
            Values.duration(Duration.ofMillis(MoveLimit.MAX_WINDOW)),
            "time from its first move on, and for which it is then pinned to where it was; 1s or more");
    static final Schema SCHEMA = Schema.of("move limit", MOVES, WINDOW);

    @Override
    public String form() {
        return "a mapping with `moves` and `window`";
    }

    @Override
    public Optional<MoveLimit> read(Node node, Problems problems) {
        Optional<Section> section = Section.read(node, SCHEMA, problems);
        section.filter(Section::isSound)
                .filter(sound -> sound.get(WINDOW).toMillis() < 1000)
                .ifPresent(sound -> sound.report(WINDOW, "is too short; write 1s or more"));
        return section.filter(Section::isSound)
                .map(sound ->
                        new MoveLimit(sound.get(MOVES), (int) sound.get(WINDOW).toMillis()));
    }
}
