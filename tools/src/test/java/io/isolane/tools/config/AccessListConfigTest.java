package io.isolane.tools.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.acl.AccessList;
import io.isolane.core.acl.AccessLists;
import io.isolane.core.acl.AccessRule;
import io.isolane.core.acl.AddressPrefix;
import io.isolane.core.acl.FragmentPart;
import io.isolane.core.acl.NumberSet;
import io.isolane.core.frame.IpAddress;
import org.junit.jupiter.api.Test;

final class AccessListConfigTest {
    private static final String NETWORKS = "networks: [{name: lan, mode: learning}]\n";

    @Test
    void shouldReadEveryKeyOfARule() throws InvalidConfigException {
        AccessList list = only("""
                - action: deny
                  source-mac: 52:54:00:00:00:00/24
                  destination-mac: 01:00:00:00:00:00/01:00:00:00:00:00
                  vlan: 10,20-29
                  pcp: 5-7
                  source: 10.77.0.0/24
                  destination: 10.77.0.9
                  protocol: tcp,udp
                  source-port: 1024-65535
                  destination-port: 80
                  fragment: none
                  mirror: ids
                - {action: count, ether-type: 'arp,0x88cc'}
                - {action: permit, protocol: icmpv6, source: 'fd00::/64', icmp-type: 133-137, icmp-code: 0}
                """);

        assertThat(list.rules())
                .containsExactly(
                        AccessRule.deny()
                                .sourceMac(0x5254_0000_0000L, 0xffff_ff00_0000L)
                                .destinationMac(0x0100_0000_0000L, 0x0100_0000_0000L)
                                .vlan(NumberSet.parse("10,20-29"))
                                .pcp(NumberSet.range(5, 7))
                                .source(new AddressPrefix(IpAddress.v4(0x0a4d0000), 24))
                                .destination(new AddressPrefix(IpAddress.v4(0x0a4d0009), 32))
                                .protocol(NumberSet.of(6, 17))
                                .sourcePort(NumberSet.range(1024, 65535))
                                .destinationPort(NumberSet.of(80))
                                .fragment(FragmentPart.NONE)
                                .mirror("ids")
                                .build(),
                        AccessRule.count()
                                .etherType(NumberSet.of(0x0806, 0x88cc))
                                .build(),
                        AccessRule.permit()
                                .source(new AddressPrefix(IpAddress.v6(0xfd00L << 48, 0), 64))
                                .protocol(NumberSet.of(58))
                                .icmpType(NumberSet.range(133, 137))
                                .icmpCode(NumberSet.of(0))
                                .build());
    }

    @Test
    void shouldGivePortsTheListsThatTheyNameInTheirOrder() throws InvalidConfigException {
        Configuration sound = ConfigFile.parse(NETWORKS + """
                ports:
                  - {name: a, role: guest, network: lan, kind: tap, access-list: {in: [one, two], out: two}}
                  - {name: b, role: guest, network: lan, kind: tap, access-list: {in: two}}
                access-lists:
                  - {name: two, rules: [{action: permit}]}
                  - {name: one, rules: [{action: deny, ether-type: arp}]}
                """, "lab.yaml");

        AccessLists ofA = sound.ports().getFirst().profile().guards().access();
        AccessLists ofB = sound.ports().getLast().profile().guards().access();
        assertThat(ofA.in()).extracting(AccessList::name).containsExactly("one", "two");
        assertThat(ofA.out()).extracting(AccessList::name).containsExactly("two");
        assertThat(ofB.in().getFirst()).isSameAs(ofA.in().getLast());
        assertThat(ofB.out()).isEmpty();
        assertThat(sound.switchConfig().ports().getFirst().guards().access()).isEqualTo(ofA);
    }

    private static AccessList only(String rules) throws InvalidConfigException {
        String yaml = NETWORKS + """
                ports:
                  - {name: a, role: guest, network: lan, vlan: {access: 10}, kind: tap, access-list: {in: only}}
                  - {name: m, role: monitor, kind: pcap, write: m.pcapng}
                mirrors: [{name: ids, target: m}]
                access-lists:
                  - name: only
                    rules:
                """ + rules.indent(6);
        Configuration sound = ConfigFile.parse(yaml, "lab.yaml");
        return sound.ports().getFirst().profile().guards().access().in().getFirst();
    }
}
