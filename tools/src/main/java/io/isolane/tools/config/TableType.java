package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;

import io.isolane.core.table.MacTable;
import io.isolane.dataplane.TableConfig;
import java.time.Duration;
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
    static final Schema SCHEMA = Schema.of("table", CAPACITY, AGEING);

    @Override
    public String form() {
        return "a mapping with `capacity` and `ageing`";
    }

    @Override
    public Optional<TableConfig> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems)
                .filter(Section::isSound)
                .map(section -> new TableConfig(section.get(CAPACITY), section.get(AGEING)));
    }
}
