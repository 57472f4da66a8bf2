package io.isolane.core.acl;

import io.isolane.core.frame.IpProtocol;
import io.isolane.core.frame.TagControl;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A field of small numbers that rules ask about under a name. */
enum NumberField {
    VLAN(Field.VLAN, "VLAN", TagControl.RESERVED_VID),
    PCP(Field.PCP, "priority code point", 7),
    ETHER_TYPE(Field.ETHER_TYPE, "EtherType", NumberSet.MAX),
    FRAGMENT(Field.FRAGMENT, "part of a packet", 2),
    PROTOCOL(Field.PROTOCOL, "IP protocol", 255),
    SOURCE_PORT(Field.SOURCE_PORT, "port", NumberSet.MAX),
    DESTINATION_PORT(Field.DESTINATION_PORT, "port", NumberSet.MAX),
    ICMP_TYPE(Field.SOURCE_PORT, "type of ICMP", 255),
    ICMP_CODE(Field.DESTINATION_PORT, "code of ICMP", 255);

    private final Field field;
    private final String noun;
    private final int most;

    NumberField(Field field, String noun, int most) {
        this.field = field;
        this.noun = noun;
        this.most = most;
    }

    Field field() {
        return field;
    }

    String noun() {
        return noun;
    }

    /** The greatest number it can have. */
    int most() {
        return most;
    }

    /** The name in configurations, such as {@code ether-type}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its values as configurations write them. */
    String text(NumberSet values) {
        return switch (this) {
            case ETHER_TYPE ->
                values.spans().stream().map(NumberField::hexadecimal).collect(Collectors.joining(","));
            case FRAGMENT ->
                Arrays.stream(FragmentPart.values())
                        .filter(part -> values.contains(part.number()))
                        .map(FragmentPart::label)
                        .collect(Collectors.joining(","));
            case PROTOCOL -> values.spans().stream().map(NumberField::protocol).collect(Collectors.joining(","));
            default -> values.toString();
        };
    }

    private static String protocol(Span span) {
        return IpProtocol.names().entrySet().stream()
                .filter(name -> span.first() == name.getValue() && span.first() == span.last())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(span::toString);
    }

    private static String hexadecimal(Span span) {
        String first = "0x" + HexFormat.of().toHexDigits((short) span.first());
        return span.first() == span.last()
                ? first
                : first + "-0x" + HexFormat.of().toHexDigits((short) span.last());
    }
}
