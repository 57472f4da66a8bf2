package io.isolane.dataplane;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PriorityTags;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Twelve ports of every kind, a broadcast of every tag into each, and where it leaves with which tag: the cases of Open vSwitch's
 * VLAN test with the answers that 802.1Q and this switch's rules give.
 */
class VlanTableTest {
    /** The VLAN in which a frame enters, by its tag, or why it does not; S is a service VLAN. */
    private static final String ENTRY = """
            port                               | untagged       | 0              | 10               | 11               | 12
            trunk 10-12                        | no-native-vlan | no-native-vlan | 10               | 11               | 12
            access 10                          | 10             | 10             | tag-on-access    | tag-on-access    | tag-on-access
            access 11                          | 11             | 11             | tag-on-access    | tag-on-access    | tag-on-access
            access 12, priority tags           | 12             | 12             | tag-on-access    | tag-on-access    | tag-on-access
            trunk 10,12                        | no-native-vlan | no-native-vlan | 10               | vlan-not-allowed | 12
            trunk 10-12, native 10 tagged      | 10             | 10             | 10               | 11               | 12
            trunk 12, native 11 tagged         | 11             | 11             | vlan-not-allowed | 11               | 12
            trunk 10-12, native 12             | 12             | 12             | 10               | 11               | 12
            trunk 11, native 10, priority tags | 10             | 10             | 10               | 11               | vlan-not-allowed
            tunnel 10                          | S10            | S10            | S10              | S10              | S10
            service trunk 10,11                | no-native-vlan | no-native-vlan | no-native-vlan   | no-native-vlan   | no-native-vlan
            access 10, priority tags           | 10             | 10             | tag-on-access    | tag-on-access    | tag-on-access
            """;
    /** What each port shows of a frame in a VLAN: its VID, 0 for a tag that carries a priority alone and only if there is one. */
    private static final String EXIT = """
            port                               | 10         | 11       | 12         | S10
            trunk 10-12                        | 10         | 11       | 12         | -
            access 10                          | untagged   | -        | -          | -
            access 11                          | -          | untagged | -          | -
            access 12, priority tags           | -          | -        | untagged/0 | -
            trunk 10,12                        | 10         | -        | 12         | -
            trunk 10-12, native 10 tagged      | 10         | 11       | 12         | -
            trunk 12, native 11 tagged         | -          | 11       | 12         | -
            trunk 10-12, native 12             | 10         | 11       | untagged   | -
            trunk 11, native 10, priority tags | untagged/0 | 11       | -          | -
            tunnel 10                          | -          | -        | -          | as sent
            service trunk 10,11                | -          | -        | -          | S10
            access 10, priority tags           | untagged/0 | -        | -          | -
            """;

    private static final WireFrame PLAIN =
            WireFrame.of(0xffff_ffff_ffffL, 0x02_00_00_00_00_01L, 0x0800, new byte[] {1, 2, 3});

    @ParameterizedTest(name = "into {0}, tag {1}, PCP {2}: {3}")
    @MethodSource("cases")
    void shouldSendABroadcastWhereAndAsTheTableSays(String port, String tag, int pcp, String entry) {
        try (ManualSwitch fabric = twelvePorts()) {
            WireFrame sent = tag.equals("untagged") ? PLAIN : PLAIN.pushed(0x8100, pcp << 13 | Integer.parseInt(tag));

            fabric.send(port, sent);

            Map<String, List<WireFrame>> heard =
                    names().collect(toMap(name -> name, fabric::heard, (one, other) -> one, TreeMap::new));
            Map<String, List<WireFrame>> expected =
                    names().collect(toMap(name -> name, name -> List.of(), (one, other) -> one, TreeMap::new));
            if (isVlan(entry)) {
                names().filter(name -> !name.equals(port))
                        .forEach(name -> expected.put(name, shown(name, entry, pcp, sent)));
            } else {
                assertThat(fabric.drops(port, reason(entry))).isEqualTo(1);
            }
            assertThat(heard).isEqualTo(expected);
        }
    }

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        names().forEach(port -> {
            for (String tag : List.of("untagged", "0", "10", "11", "12")) {
                String entry = cell(ENTRY, port, tag);
                cases.add(Arguments.of(port, tag, 0, entry));
                if (!tag.equals("untagged")) {
                    cases.add(Arguments.of(port, tag, 1, entry));
                }
            }
        });
        return cases.stream();
    }

    private static List<WireFrame> shown(String port, String vlan, int pcp, WireFrame sent) {
        return switch (cell(EXIT, port, vlan)) {
            case "-" -> List.of();
            case "untagged" -> List.of(PLAIN);
            case "untagged/0" -> List.of(pcp == 0 ? PLAIN : PLAIN.pushed(0x8100, pcp << 13));
            case "as sent" -> List.of(sent);
            case "S10" -> List.of(sent.pushed(0x88a8, 10));
            default -> List.of(PLAIN.pushed(0x8100, pcp << 13 | Integer.parseInt(vlan)));
        };
    }

    private static ManualSwitch twelvePorts() {
        ManualSwitch fabric = ManualSwitch.of(VirtualNetwork.of("net", IsolationMode.LEARNING));
        names().forEach(name -> fabric.attach(PortProfile.guest(name, "net")
                .vlan(membership(name))
                .priorityTags(name.endsWith("priority tags") ? PriorityTags.IF_NONZERO : PriorityTags.NEVER)
                .build()));
        return fabric;
    }

    private static VlanMembership membership(String name) {
        String[] words = name.replace(",", " ").replaceAll(" +", " ").split(" ", -1);
        return switch (words[0]) {
            case "access" -> VlanMembership.access(Integer.parseInt(words[1]));
            case "tunnel" -> VlanMembership.tunnel(Integer.parseInt(words[1]));
            case "service" -> new VlanMembership.Trunk(VidSet.of(10, 11), VlanMembership.NO_NATIVE, false, 0x88a8);
            default -> {
                int at = Arrays.asList(words).indexOf("native");
                String list =
                        Arrays.stream(words, 1, at < 0 ? words.length : at).collect(joining(","));
                int nativeVid = at < 0 ? VlanMembership.NO_NATIVE : Integer.parseInt(words[at + 1]);
                yield new VlanMembership.Trunk(VidSet.parse(list), nativeVid, name.endsWith(" tagged"), 0x8100);
            }
        };
    }

    // ---- reading the tables

    private static Stream<String> names() {
        return rows(ENTRY).stream().skip(1).map(row -> row[0]);
    }

    private static String cell(String table, String port, String column) {
        int at = Arrays.asList(rows(table).getFirst()).indexOf(column);
        return rows(table).stream()
                .filter(row -> row[0].equals(port))
                .map(row -> row[at])
                .findFirst()
                .orElseThrow();
    }

    private static List<String[]> rows(String table) {
        return table.lines().map(line -> line.trim().split(" *\\| *", -1)).toList();
    }

    private static boolean isVlan(String entry) {
        return Character.isDigit(entry.charAt(0)) || entry.equals("S10");
    }

    private static DropReason reason(String label) {
        return DropReason.valueOf(label.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
