package io.isolane.tools.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.drill.Verdict;
import io.isolane.tools.attack.program.Attacks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AttacksTest {
    @TempDir
    private Path directory;

    static Stream<Arguments> isolatingModes() {
        return Stream.of(IsolationMode.values())
                .filter(mode -> !mode.isShared())
                .flatMap(mode -> quick().map(attack -> Arguments.of(mode, attack)));
    }

    /** The flood of a million differs from the other by its number alone. */
    static Stream<Attack> quick() {
        return Attacks.all().stream().filter(attack -> !attack.name().equals("mac-flood-million"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("isolatingModes")
    void shouldHoldInEveryModeThatIsolates(IsolationMode mode, Attack attack) throws Exception {
        Result result = range().inMemory(mode, attack, true);

        assertThat(result.outcome().verdict()).as(result.outcome().evidence()).isNotEqualTo(Verdict.FELL);
        assertThat(result.isAsExpected()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("quick")
    void shouldSayThatASwitchThatDoesEverythingWrongFalls(Attack attack) throws Exception {
        Result result;
        try (LeakySite site = new LeakySite()) {
            result = range().on(site, attack, true);
        }

        assertThat(result.outcome().verdict()).as(result.outcome().evidence()).isEqualTo(Verdict.FELL);
        assertThat(result.isAsExpected()).isFalse();
        assertThat(result.capture()).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({
        "address-theft",
        "reserved-multicast",
        "aged-out",
        "arp-spoof",
        "nd-spoof",
        "rogue-dhcp",
        "rogue-dhcpv6",
        "rogue-ra",
        "bpdu-root",
        "storm"
    })
    void shouldShowWhatAGuardIsThereFor(String name) throws Exception {
        Attack attack = Attacks.of(name).orElseThrow();

        Result without = range().inMemory(IsolationMode.LEARNING, attack, false);
        Result with = range().inMemory(IsolationMode.LEARNING, attack, true);

        assertThat(without.outcome().verdict()).as(without.outcome().evidence()).isEqualTo(Verdict.FELL);
        assertThat(without.isAsExpected()).as("nobody said it would hold").isTrue();
        assertThat(with.outcome().verdict()).as(with.outcome().evidence()).isEqualTo(Verdict.HELD);
    }

    @ParameterizedTest
    @CsvSource({"mac-flood", "aged-out", "address-theft"})
    void shouldOverhearTheVictimInAHub(String name) throws Exception {
        Attack attack = Attacks.of(name).orElseThrow();

        Result result = range().inMemory(IsolationMode.SHARED_MEDIUM, attack, true);

        assertThat(result.outcome().verdict()).isEqualTo(Verdict.FELL);
        assertThat(result.outcome().evidence()).contains("the attacker");
        assertThat(result.isAsExpected()).isTrue();
    }

    @Test
    void shouldDoTheSameWithTheSameSeed() throws Exception {
        List<String> evidence = Stream.of("garbage", "mac-flood")
                .map(name -> Attacks.of(name).orElseThrow())
                .flatMap(attack -> Stream.of(attack, attack))
                .map(attack -> evidence(attack))
                .toList();

        assertThat(evidence.get(0)).isEqualTo(evidence.get(1));
        assertThat(evidence.get(2)).isEqualTo(evidence.get(3));
    }

    private String evidence(Attack attack) {
        try {
            return range().inMemory(IsolationMode.SHARED_MEDIUM, attack, true)
                    .outcome()
                    .evidence();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private Range range() {
        return new Range(directory, 1);
    }
}
