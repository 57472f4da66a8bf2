package io.isolane.dataplane.exhaustive.rules;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The tables: what a port hears of another in one network, or in two that are one medium; and who hears whom in a private VLAN. */
final class HearingTable {
    /** Whom a frame is for, from a listener's point of view. */
    enum Case {
        GROUP,
        ITS_OWN,
        ANOTHERS,
        A_HOSTS,
        UNKNOWN
    }

    private static final String HEARD = """
            mode          | sender       | listener     | group | its own | another's | a host's | unknown
            shared-medium | any          | any          | heard | heard   | heard     | heard    | heard
            host-shielded | guest uplink | guest uplink | heard | heard   | heard     | -        | heard
            host-shielded | guest uplink | host         | heard | heard   | -         | -        | -
            host-shielded | host         | guest host   | heard | heard   | -         | -        | -
            host-shielded | host         | uplink       | heard | heard   | -         | -        | heard
            learning      | any          | any          | heard | heard   | -         | -        | heard
            protected     | any          | any          | heard | heard   | -         | -        | heard
            private-vlan  | any          | any          | heard | heard   | -         | -        | heard
            registered    | guest host   | guest host   | heard | heard   | -         | -        | -
            registered    | guest host   | uplink       | heard | heard   | -         | -        | heard
            registered    | uplink       | guest host   | heard | heard   | -         | -        | -
            """;

    /** By the VLAN that the frame is in. */
    private static final String PRIVATE = """
            frame of    | promiscuous | isolated | red   | blue
            promiscuous | heard       | heard    | heard | heard
            isolated    | heard       | -        | -     | -
            red         | heard       | -        | heard | -
            blue        | heard       | -        | -     | heard
            """;

    private static final Map<Mode, Map<Role, Map<Role, Set<Case>>>> BY_MODE = new EnumMap<>(Mode.class);
    private static final Map<Part, Set<Part>> BY_PART = new EnumMap<>(Part.class);

    static {
        rows(HEARD).forEach(HearingTable::addHeard);
        rows(PRIVATE).forEach(HearingTable::addPrivate);
    }

    private HearingTable() {}

    static boolean hears(Mode mode, Role sender, Role listener, Case what) {
        return BY_MODE.getOrDefault(mode, Map.of())
                .getOrDefault(sender, Map.of())
                .getOrDefault(listener, Set.of())
                .contains(what);
    }

    static boolean hearsPrivately(Part sender, Part listener) {
        return BY_PART.getOrDefault(sender, Set.of()).contains(listener);
    }

    private static void addHeard(List<String> row) {
        Mode mode = Mode.valueOf(row.getFirst().toUpperCase(Locale.ROOT).replace('-', '_'));
        for (Role sender : roles(row.get(1))) {
            for (Role listener : roles(row.get(2))) {
                BY_MODE.computeIfAbsent(mode, unseen -> new EnumMap<>(Role.class))
                        .computeIfAbsent(sender, unseen -> new EnumMap<>(Role.class))
                        .put(listener, heard(Case.class, row.subList(3, row.size())));
            }
        }
    }

    private static void addPrivate(List<String> row) {
        Part sender = Part.valueOf(row.getFirst().toUpperCase(Locale.ROOT));
        BY_PART.put(sender, heard(Part.class, row.subList(1, row.size())));
    }

    private static List<List<String>> rows(String table) {
        return table.lines()
                .skip(1)
                .map(line -> Arrays.asList(line.strip().split(" *\\| *", -1)))
                .toList();
    }

    private static List<Role> roles(String cell) {
        return Arrays.stream(Role.values())
                .filter(role -> cell.equals("any") || cell.contains(role.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The columns in which a row says so; the columns are the constants of {@code type}, in their order. */
    private static <E extends Enum<E>> Set<E> heard(Class<E> type, List<String> cells) {
        Set<E> heard = EnumSet.noneOf(type);
        List<E> columns = List.of(type.getEnumConstants());
        for (int column = 0; column < columns.size(); column++) {
            if (cells.get(column).equals("heard")) {
                heard.add(columns.get(column));
            }
        }
        return heard;
    }
}
