package io.isolane.tools.bench.device;

import io.isolane.tools.bench.tester.TesterConfig;
import io.isolane.tools.bench.trial.TestBed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which device is tested, as it is written behind {@code --dut}. Immutable. */
public sealed interface DeviceChoice {
    /** How it is written, for help and messages. */
    String SYNTAX =
            "memory, joined, packet:IF,IF[,...] or tap:IF,IF[,...], two to eight interfaces, IF@NETNS for one in a namespace";

    /** This switch in memory. */
    record Memory() implements DeviceChoice {
        @Override
        public TestBed open(DeviceOptions options, TesterConfig config) {
            return Beds.memory(options, config);
        }
    }

    /** Two of this switch in memory, joined by a cable; they learn. */
    record Joined() implements DeviceChoice {
        @Override
        public TestBed open(DeviceOptions options, TesterConfig config) {
            return Beds.joined(options, config);
        }
    }

    /**
     * Whatever is between Linux interfaces.
     *
     * @param endpoints two to eight
     */
    record Interfaces(List<Endpoint> endpoints) implements DeviceChoice {
        public Interfaces {
            endpoints = List.copyOf(endpoints);
        }

        @Override
        public TestBed open(DeviceOptions options, TesterConfig config) throws IOException {
            return Beds.linux(endpoints, options, config);
        }
    }

    /**
     * Connects a tester to it.
     *
     * @throws IOException naming what is missing and, where known, its mend
     * @throws IllegalArgumentException if the options do not fit together
     */
    TestBed open(DeviceOptions options, TesterConfig config) throws IOException;

    /**
     * What {@code text} says. A name without a kind has the one before it: {@code packet:eth0,eth1,tap:t0}.
     *
     * @throws IllegalArgumentException naming what is wrong in it
     */
    static DeviceChoice parse(String text) {
        return switch (text) {
            case "memory" -> new Memory();
            case "joined" -> new Joined();
            default -> new Interfaces(Syntax.endpoints(text));
        };
    }

    /** How interfaces are written. */
    final class Syntax {
        private static final int LEAST = 2;
        private static final int MOST = 8;

        /** Up to fifteen bytes, neither a slash nor a space (Linux, dev_valid_name), and the namespace that follows an at sign. */
        private static final Pattern INTERFACE = Pattern.compile("([^/\\s:@]{1,15})(?:@(\\S+))?");

        private Syntax() {}

        private static List<Endpoint> endpoints(String text) {
            List<Endpoint> all = new ArrayList<>();
            Optional<Endpoint.Kind> kind = Optional.empty();
            for (String part : text.split(",", -1)) {
                int colon = part.indexOf(':');
                if (colon >= 0) {
                    kind = Optional.of(kind(part.substring(0, colon), text));
                }
                Endpoint.Kind known = kind.orElseThrow(() -> wrong(text, "it names no kind"));
                all.add(endpoint(known, part.substring(colon + 1), text));
            }
            if (all.size() < LEAST || all.size() > MOST) {
                throw wrong(text, "it has " + all.size() + " interface" + (all.size() == 1 ? "" : "s"));
            }
            long different = all.stream().map(Endpoint::label).distinct().count();
            if (different < all.size()) {
                throw wrong(text, "it names an interface twice");
            }
            return all;
        }

        private static Endpoint.Kind kind(String label, String text) {
            return Arrays.stream(Endpoint.Kind.values())
                    .filter(kind -> kind.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> wrong(
                            text,
                            "'" + label + "' is none of "
                                    + Arrays.stream(Endpoint.Kind.values())
                                            .map(Endpoint.Kind::label)
                                            .collect(Collectors.joining(", "))));
        }

        private static Endpoint endpoint(Endpoint.Kind kind, String written, String text) {
            Matcher parts = INTERFACE.matcher(written);
            if (!parts.matches()) {
                throw wrong(text, "'" + written + "' is not the name of an interface");
            }
            return new Endpoint(kind, parts.group(1), Optional.ofNullable(parts.group(2)));
        }

        private static IllegalArgumentException wrong(String text, String why) {
            return new IllegalArgumentException("device '" + text + "': " + why + "; write " + SYNTAX);
        }
    }
}
