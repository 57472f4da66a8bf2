package io.isolane.tools.config;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.IpAddress;
import io.isolane.core.frame.MacAddress;
import io.isolane.core.policy.VidSet;
import io.isolane.tools.config.Node.Scalar.Kind;
import io.isolane.tools.config.ScalarType.ComplaintException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The single values that a configuration has: numbers, names, addresses, VLANs, times. */
final class Values {
    private static final Set<Kind> TEXT = Set.of(Kind.TEXT);
    private static final Set<Kind> NUMBER_OR_TEXT = Set.of(Kind.TEXT, Kind.INTEGER);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);
    /** IFNAMSIZ of linux/if.h, without the zero that ends the name. */
    private static final int LONGEST_INTERFACE_NAME = 15;

    private Values() {}

    static ValueType<Integer> integer(int least, int most) {
        String form = most == Integer.MAX_VALUE
                ? "a whole number from " + least + " on"
                : "a whole number from " + least + " to " + most;
        return new ScalarType<>(form, Set.of(Kind.INTEGER), text -> {
            try {
                int value = Integer.parseInt(text);
                return require(value, value >= least && value <= most, "is out of range; write " + form);
            } catch (NumberFormatException tooLong) {
                throw new ComplaintException("is out of range; write " + form);
            }
        });
    }

    static ValueType<Boolean> flag() {
        return new ScalarType<>("`true` or `false`", Set.of(Kind.FLAG), Boolean::valueOf);
    }

    static ValueType<Boolean> acceptOrReject() {
        return new ChoiceType<>(List.of("reject", "accept"), Map.of("reject", false, "accept", true));
    }

    /** The name of a network, a port or a mirror. */
    static ValueType<String> name() {
        return text(
                "a name of letters, digits, `.`, `_` and `-`",
                text -> NAME.matcher(text).matches(),
                "is no name; write up to 63 letters, digits, '.', '_' or '-', a letter or a digit first");
    }

    static ValueType<String> interfaceName() {
        return text(
                "the name of an interface",
                Values::isInterfaceName,
                "is no interface's name; write 1 to 15 characters without spaces, '/' and ':'");
    }

    static ValueType<String> namespace() {
        return text(
                "the name of a network namespace",
                text -> isFileName(text) && text.length() <= 255,
                "is no namespace's name; write it as 'ip netns' lists it, without spaces and '/'");
    }

    static ValueType<Long> mac() {
        return new ScalarType<>("a MAC address", TEXT, text -> {
            long mac = parsedMac(text);
            require(mac, !MacAddress.isGroup(mac), "is a group address, no station's; make its first octet even");
            return require(mac, mac != 0, "is all zero, which is no station's address; write the station's own");
        });
    }

    static ValueType<Integer> vid() {
        return new ScalarType<>("a VLAN from 1 to 4094", Set.of(Kind.INTEGER), text -> {
            try {
                return VidSet.requireVlan(Integer.parseInt(text));
            } catch (IllegalArgumentException noVlan) {
                throw new ComplaintException("names no VLAN; write 1 to 4094");
            }
        });
    }

    static ValueType<VidSet> vids() {
        return new ScalarType<>("a list of VLANs such as `\"10,20-29\"`, or `all`", NUMBER_OR_TEXT, text -> {
            try {
                return VidSet.parse(text);
            } catch (IllegalArgumentException noList) {
                throw new ComplaintException("is no list of VLANs: " + noList.getMessage());
            }
        });
    }

    /** The TPID of a tag. */
    static ValueType<Integer> tpid() {
        Map<String, Integer> known = Map.of(
                "0x8100", EtherType.CUSTOMER_TAG,
                "0x88a8", EtherType.SERVICE_TAG,
                "0x9100", EtherType.LEGACY_SERVICE_TAG);
        return new ChoiceType<>(List.of("0x8100", "0x88a8", "0x9100"), known);
    }

    static ValueType<Duration> duration(Duration most) {
        String form = "a time such as `300s`, `5m` or `1h`";
        return new ScalarType<>(form, NUMBER_OR_TEXT, text -> {
            Matcher parts = DURATION.matcher(text);
            require(text, parts.matches(), "is no time; write a whole number and its unit, ms, s, m or h, as in 300s");
            Duration time = Duration.of(Long.parseLong(parts.group(1)), UNITS.get(parts.group(2)));
            return require(time, time.compareTo(most) <= 0, "is too long; write at most " + most.toSeconds() + "s");
        });
    }

    static ValueType<Path> path() {
        return new ScalarType<>("a file", TEXT, text -> {
            try {
                return require(Path.of(text), !text.isBlank(), "names no file; write a path");
            } catch (InvalidPathException noPath) {
                throw new ComplaintException("is no path: " + noPath.getReason() + "; write the path of a file");
            }
        });
    }

    /** The IP address of a host. */
    static ValueType<IpAddress> ipAddress() {
        String form = "an IP address, as in `10.0.0.5` or `fd00::5`";
        return new ScalarType<>(form, TEXT, text -> {
            try {
                IpAddress address = IpAddress.of(IpPrefix.parseAddress(text).getAddress());
                return require(address, address.isHosts(), "is no host's address; write that of one station");
            } catch (IllegalArgumentException malformed) {
                throw new ComplaintException("is not " + form.replace(", as", "; write it as"));
            }
        });
    }

    /** An IP address and the length of its prefix. */
    static ValueType<IpPrefix> ipPrefix() {
        return new ScalarType<>(IpPrefix.FORM, TEXT, text -> {
            try {
                return IpPrefix.parse(text);
            } catch (IllegalArgumentException malformed) {
                throw new ComplaintException(String.valueOf(malformed.getMessage()));
            }
        });
    }

    /** An IPv4 address and the length of its prefix. */
    static ValueType<IpPrefix> ipv4Prefix() {
        return new ScalarType<>("an IPv4 address with its prefix length, as in `10.0.0.9/24`", TEXT, text -> {
            try {
                IpPrefix prefix = IpPrefix.parse(text);
                return require(
                        prefix, prefix.isIpv4Host(), "is no IPv4 address of a host; write it as in `10.0.0.9/24`");
            } catch (IllegalArgumentException malformed) {
                throw new ComplaintException(String.valueOf(malformed.getMessage()));
            }
        });
    }

    static boolean isInterfaceName(String text) {
        return isFileName(text) && text.length() <= LONGEST_INTERFACE_NAME && text.indexOf(':') < 0;
    }

    private static ValueType<String> text(String form, Predicate<String> allowed, String complaint) {
        return new ScalarType<>(form, TEXT, text -> require(text, allowed.test(text), complaint));
    }

    private static long parsedMac(String text) throws ComplaintException {
        try {
            return MacAddress.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new ComplaintException(
                    "is not a MAC address; write six pairs of hexadecimal digits, as in 52:54:00:12:34:56");
        }
    }

    private static boolean isFileName(String text) {
        boolean isVisible = text.chars().allMatch(letter -> letter > ' ' && letter < 0x7f && letter != '/');
        return isVisible && !text.isEmpty() && !text.equals(".") && !text.equals("..");
    }

    private static <T> T require(T value, boolean holds, String complaint) throws ComplaintException {
        if (!holds) {
            throw new ComplaintException(complaint);
        }
        return value;
    }
}
