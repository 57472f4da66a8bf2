package io.isolane.tools.config;

import io.isolane.core.acl.AddressPrefix;
import io.isolane.core.acl.NumberSet;
import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.IpAddress;
import io.isolane.core.frame.IpProtocol;
import io.isolane.core.frame.MacAddress;
import io.isolane.tools.config.Node.Scalar.Kind;
import io.isolane.tools.config.ScalarType.ComplaintException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The single values that rules of access lists have: sets of numbers, some of which have names, and patterns of addresses. */
final class AccessValues {
    private static final Set<Kind> TEXT = Set.of(Kind.TEXT);
    private static final Set<Kind> NUMBER_OR_TEXT = Set.of(Kind.TEXT, Kind.INTEGER);
    private static final Pattern HEXADECIMAL = Pattern.compile("0x([0-9a-fA-F]{1,4})");
    private static final int MAC_BITS = 48;
    private static final Map<String, Integer> ETHER_TYPES = Map.of(
            "ipv4", EtherType.IPV4,
            "ipv6", EtherType.IPV6,
            "arp", EtherType.ARP);

    private AccessValues() {}

    static ValueType<NumberSet> vlans() {
        return numbers("VLANs from 1 to 4094, as in `10` or `10,20-29`", 1, 4094, Map.of());
    }

    static ValueType<NumberSet> priorities() {
        return numbers("priorities from 0 to 7, as in `5` or `5-7`", 0, 7, Map.of());
    }

    static ValueType<NumberSet> etherTypes() {
        return numbers("EtherTypes, as in `arp`, `ipv4,ipv6` or `0x88cc`", EtherType.LEAST, NumberSet.MAX, ETHER_TYPES);
    }

    static ValueType<NumberSet> protocols() {
        return numbers("IP protocols, as in `tcp`, `tcp,udp`, `icmpv6` or `47`", 0, 0xff, IpProtocol.names());
    }

    static ValueType<NumberSet> ports() {
        return numbers("ports, as in `443` or `80,8000-8099`", 0, NumberSet.MAX, Map.of());
    }

    static ValueType<NumberSet> octets() {
        return numbers("numbers from 0 to 255, as in `8` or `133-137`", 0, 0xff, Map.of());
    }

    /** MAC addresses: one, or those that are alike under a mask or in their first bits. */
    static ValueType<MacPattern> macPattern() {
        String form = "a MAC address, `52:54:00:00:00:00/24` or `01:00:00:00:00:00/01:00:00:00:00:00`";
        return new ScalarType<>(form, TEXT, text -> {
            try {
                String[] parts = text.split("/", 2);
                long mac = MacAddress.parse(parts[0]);
                long mask = parts.length == 1 ? MacAddress.MASK : mask(parts[1]);
                if ((mac & ~mask) != 0) {
                    throw new ComplaintException(
                            "has bits outside its mask; write " + MacAddress.format(mac & mask) + "/" + parts[1]);
                }
                return new MacPattern(mac, mask);
            } catch (IllegalArgumentException malformed) {
                throw new ComplaintException("is no pattern of MAC addresses; write " + form);
            }
        });
    }

    /** IP addresses: one, or those of a prefix. */
    static ValueType<AddressPrefix> addressPrefix() {
        String form = "an IP address or a prefix, as in `10.0.0.5`, `10.0.0.0/24` or `fd00::/64`";
        return new ScalarType<>(form, TEXT, text -> {
            IpAddress address;
            int length;
            try {
                IpPrefix prefix =
                        IpPrefix.parse(text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32"));
                address = IpAddress.of(prefix.address().getAddress());
                length = prefix.length();
            } catch (IllegalArgumentException malformed) {
                throw new ComplaintException("is no IP address or prefix; write " + form);
            }
            AddressPrefix around = AddressPrefix.around(address, length);
            if (!around.address().equals(address)) {
                throw new ComplaintException("has bits behind its prefix; write " + around);
            }
            return around;
        });
    }

    private static ValueType<NumberSet> numbers(String form, int least, int most, Map<String, Integer> names) {
        return new ScalarType<>(form, NUMBER_OR_TEXT, text -> {
            try {
                NumberSet numbers = NumberSet.parse(decimal(text, names));
                if (numbers.least() < least || numbers.greatest() > most) {
                    throw new ComplaintException("is out of range; write " + form);
                }
                return numbers;
            } catch (IllegalArgumentException malformed) {
                throw new ComplaintException("is not understood; write " + form);
            }
        });
    }

    /** The list with names and hexadecimal numbers turned into decimal ones. */
    private static String decimal(String list, Map<String, Integer> names) {
        return Arrays.stream(list.split(",", -1))
                .map(String::trim)
                .map(part -> names.containsKey(part) ? "" + names.get(part) : decimalRange(part))
                .collect(Collectors.joining(","));
    }

    private static String decimalRange(String part) {
        return HEXADECIMAL.matcher(part).replaceAll(number -> "" + Integer.parseInt(number.group(1), 16));
    }

    private static long mask(String text) {
        if (!text.matches("\\d{1,2}")) {
            return MacAddress.parse(text);
        }
        int bits = Integer.parseInt(text);
        if (bits > MAC_BITS) {
            throw new IllegalArgumentException(text + " is more than " + MAC_BITS + " bits");
        }
        return MacAddress.MASK & ~(MacAddress.MASK >>> bits);
    }
}
