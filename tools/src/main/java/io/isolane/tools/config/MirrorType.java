package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;
import static io.isolane.tools.config.Key.required;

import io.isolane.core.policy.Mirror;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An item of {@code mirrors}. */
final class MirrorType implements ValueType<Mirror> {
    /** Which frames of a mirrored port are copied, as the port sees them. */
    enum Direction {
        RX,
        TX,
        BOTH
    }

    static final Key<String> NAME = required("name", Values.name(), "in messages");
    static final Key<List<String>> PORTS = optional(
            "ports",
            ListType.of("a list of ports", Values.name()),
            List.of(),
            "the ports whose frames are copied; none if access lists choose the frames");
    static final Key<Direction> DIRECTION = optional(
            "direction",
            new ChoiceType<>(
                    List.of("rx", "tx", "both"),
                    Map.of("rx", Direction.RX, "tx", Direction.TX, "both", Direction.BOTH)),
            Direction.BOTH,
            "frames that enter the switch on them, that leave it, or both");
    static final Key<String> TARGET = required("target", Values.name(), "the monitor port that gets the copies");
    static final Schema SCHEMA = Schema.of("mirror", NAME, PORTS, DIRECTION, TARGET);

    @Override
    public String form() {
        return "a mirror";
    }

    @Override
    public Optional<Mirror> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems).filter(Section::isSound).map(MirrorType::mirror);
    }

    private static Mirror mirror(Section section) {
        Direction direction = section.get(DIRECTION);
        return new Mirror(
                section.get(NAME),
                section.get(PORTS),
                direction != Direction.TX,
                direction != Direction.RX,
                section.get(TARGET));
    }
}
