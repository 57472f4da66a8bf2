package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;

import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.WorkerConfig.Idle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of {@code workers}. */
final class WorkersType implements ValueType<WorkerConfig> {
    static final Key<Integer> COUNT = optional(
            "count",
            Values.integer(1, WorkerConfig.MAX_COUNT),
            WorkerConfig.DEFAULT.count(),
            "threads that forward frames");
    static final Key<Idle> IDLE = optional(
            "idle",
            new ChoiceType<>(List.of("sleep", "spin"), Map.of("sleep", Idle.SLEEP, "spin", Idle.SPIN)),
            WorkerConfig.DEFAULT.idle(),
            "what a thread without work does; spinning has the lowest latency and takes a whole processor");
    static final Schema SCHEMA = Schema.of("workers", COUNT, IDLE);

    @Override
    public String form() {
        return "a mapping with `count` and `idle`";
    }

    @Override
    public Optional<WorkerConfig> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems)
                .filter(Section::isSound)
                .map(section -> new WorkerConfig(section.get(COUNT), section.get(IDLE)));
    }
}
