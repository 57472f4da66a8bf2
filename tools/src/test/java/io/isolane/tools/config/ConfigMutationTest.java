package io.isolane.tools.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A file damaged anywhere is either sound or refused with its problems: never another exception. */
final class ConfigMutationTest {
    private static final String SOUND = """
            networks:
              - {name: lan, mode: private-vlan, private-vlan: {primary: 100, isolated: 101, communities: {web: 102}}}
              - {name: red, mode: vlan-per-guest, inside: learning, vlan: 10}
            ports:
              - {name: a, role: guest, network: lan, kind: tap, private-vlan: {community: web}, address: [10.0.0.1/24]}
              - {name: b, role: uplink, networks: [red], kind: packet, interface: eth0, vlan: {trunk: "10-20", native: 5},
                 flood: {multicast: false}, port-security: {maximum: 5, violation: shutdown, recovery: 9s},
                 storm-control: {broadcast: [1mbps, 50pps]}, rate-limit: {in: {rate: 1.5gbps, burst: 64kB}}}
              - {name: m, role: monitor, kind: pcap, write: out.pcapng, mac: 52:54:00:00:00:01}
            mirrors: [{name: x, ports: [a, b], target: m}]
            table: {capacity: 100, ageing: 300s, overflow: refuse, move-limit: {moves: 5, window: 10s}}
            workers: {count: 1, idle: sleep}
            """;

    /** Characters at a place replaced by others. */
    record Damage(int at, int length, String by) {}

    @Property(tries = 3000)
    void shouldRefuseDamagedFilesWithPlacesInsideThem(@ForAll("damages") List<Damage> damages) {
        String yaml = SOUND;
        for (Damage damage : damages) {
            int at = Math.min(damage.at(), yaml.length());
            int end = Math.min(at + damage.length(), yaml.length());
            yaml = yaml.substring(0, at) + damage.by() + yaml.substring(end);
        }
        long lines = yaml.chars().filter(letter -> letter == '\n').count() + 1;
        try {
            assertThat(ConfigFile.parse(yaml, "f").ports()).isNotEmpty();
        } catch (InvalidConfigException refused) {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.line()).isBetween(1, (int) lines);
                assertThat(problem.column()).isPositive();
            });
        }
    }

    @Provide
    static Arbitrary<List<Damage>> damages() {
        Arbitrary<String> by = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(3),
                Arbitraries.of(
                        "{", "}", "[", "]", ":", "- ", "\n", "&a ", "*a", "!!x ", "\"", "'", "|", "? ", "4095", "null",
                        "---\n"));
        return Combinators.combine(
                        Arbitraries.integers().between(0, SOUND.length()),
                        Arbitraries.integers().between(0, 12),
                        by)
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
