package io.isolane.tools.config;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of keys in the documentation, from the schemas themselves. */
final class KeyTable {
    /** A schema under the heading that its table has. */
    private record Titled(String title, Schema schema) {}

    private static final List<Titled> SCHEMAS = List.of(
            new Titled("The file", ConfigurationType.SCHEMA),
            new Titled("`networks`, each", NetworkType.SCHEMA),
            new Titled("`private-vlan` of a network", PrivateVlanType.SCHEMA),
            new Titled("`ports`, each", PortType.SCHEMA),
            new Titled("`vlan` of a port", VlanType.SCHEMA),
            new Titled("`flood` of a port", FloodType.SCHEMA),
            new Titled("`storm-control` of a port", StormControlType.SCHEMA),
            new Titled("`rate-limit` of a port", RateLimitsType.SCHEMA),
            new Titled("A rate with its burst", RateType.SCHEMA),
            new Titled("`bindings` of a port, each", BindingType.SCHEMA),
            new Titled("`port-security` of a port", PortSecurityType.SCHEMA),
            new Titled("`access-list` of a port", AccessNamesType.SCHEMA),
            new Titled("`access-lists`, each", AccessListType.SCHEMA),
            new Titled("`rules` of an access list, each", AccessRuleType.SCHEMA),
            new Titled("`mirrors`, each", MirrorType.SCHEMA),
            new Titled("`table`", TableType.SCHEMA),
            new Titled("`move-limit` of the table", MoveLimitType.SCHEMA),
            new Titled("`memory`", MemoryType.SCHEMA),
            new Titled("`workers`", WorkersType.SCHEMA));

    private KeyTable() {}

    static String markdown() {
        return SCHEMAS.stream().map(KeyTable::table).collect(Collectors.joining("\n"));
    }

    private static String table(Titled titled) {
        return "### " + titled.title() + "\n\n| Key | Value | Default | Meaning |\n|---|---|---|---|\n"
                + titled.schema().keys().stream().map(KeyTable::row).collect(Collectors.joining());
    }

    private static String row(Key<?> key) {
        String condition = key.only().isAlways() ? "" : key.only() + ": ";
        return "| `" + key.name() + "` | " + key.type().form() + " | " + fallback(key) + " | " + condition
                + key.meaning() + " |\n";
    }

    private static String fallback(Key<?> key) {
        Object value = key.fallback();
        if (key.isRequired()) {
            return "required";
        }
        if (value == null || value instanceof Record) {
            return "";
        }
        if (key.type() instanceof ChoiceType<?> choice) {
            return choice.words().stream()
                    .filter(word -> value.equals(choice.values().get(word)))
                    .collect(Collectors.joining("", "`", "`"));
        }
        return switch (value) {
            case Duration time -> "`" + time.toSeconds() + "s`";
            case Collection<?> _ -> "none";
            case Map<?, ?> _ -> "none";
            default -> "`" + value + "`";
        };
    }
}
