package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;

import io.isolane.core.table.MacTable;
import io.isolane.core.table.MoveLimit;
import io.isolane.core.table.Overflow;
import io.isolane.dataplane.TableConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of {@code table}. */
final class TableType implements ValueType<TableConfig> {
    static final Key<Integer> CAPACITY = optional(
            "capacity",
            Values.integer(1, MacTable.MAX_CAPACITY),
            TableConfig.DEFAULT.capacity(),
            "stations that may be learnt in all");
    static final Key<Duration> AGEING = optional(
            "ageing",
            Values.duration(TableConfig.MAX_AGEING),
            TableConfig.DEFAULT.ageing(),
            "time after which a silent station is forgotten; 0s for never");
    static final Key<Overflow> OVERFLOW = optional(
            "overflow",
            new ChoiceType<>(List.of("evict", "refuse"), Map.of("evict", Overflow.EVICT, "refuse", Overflow.REFUSE)),
            TableConfig.DEFAULT.overflow(),
            "what a full table does for a newcomer: forget the oldest station of the port that has most, or not learn it");
    static final Key<MoveLimit> MOVE_LIMIT = optional(
            "move-limit",
            new MoveLimitType(),
            MoveLimit.NONE,
            "how often a station may move from port to port; any number of times if left out");
    static final Schema SCHEMA = Schema.of("table", CAPACITY, AGEING, OVERFLOW, MOVE_LIMIT);

    @Override
    public String form() {
        return "a mapping with `capacity`, `ageing`, `overflow` and `move-limit`";
    }

    @Override
    public Optional<TableConfig> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems)
                .filter(Section::isSound)
                .map(section -> new TableConfig(
                        section.get(CAPACITY), section.get(AGEING), section.get(OVERFLOW), section.get(MOVE_LIMIT)));
    }
}
