package io.isolane.tools.bench.page;

import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.trial.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was tested and how it was set up, a column for each device (RFC 8204, 3.3). Stateless. */
final class ConfigurationTable {
    private ConfigurationTable() {}

    static Table of(Evidence evidence) {
        List<Device> devices = Stream.concat(
                        evidence.results().results().stream().map(Entry.Result::device),
                        evidence.results().trials().stream().map(Entry.Trial::device))
                .distinct()
                .toList();
        List<String> keys = devices.stream()
                .flatMap(device -> device.configuration().keySet().stream())
                .distinct()
                .toList();
        List<String> head = new ArrayList<>(List.of("Device", "Isolation mode", "Ports"));
        head.addAll(keys);
        Table table = new Table("What was tested, and how it was set up (RFC 8204, 3.3)", head.size(), head);
        for (Device device : devices) {
            List<String> row = new ArrayList<>(List.of(device.name(), device.mode(), Integer.toString(device.ports())));
            keys.forEach(key ->
                    row.add(Optional.ofNullable(device.configuration().get(key)).orElse("–")));
            table.row(row);
        }
        return table;
    }
}
