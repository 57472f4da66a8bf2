package io.isolane.tools.audit.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.audit.evidence.Flow;
import io.isolane.tools.audit.evidence.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The matrix once more, written as a reader of the modes' rules would: {@code u} for heard, {@code -} for never. */
final class ExpectationTest {
    @ParameterizedTest
    @CsvSource({
        "SHARED_MEDIUM,    VM1, uuuuuu, uuu",
        "SHARED_MEDIUM,    VM4, uuuuuu, uuu",
        "HOST_SHIELDED,    VM1, uu-u-u, uuu",
        "HOST_SHIELDED,    VM4, uu-u-u, uuu",
        "LEARNING,         VM1, ------, uuu",
        "REGISTERED,       VM1, ------, uuu",
        "VLAN_PER_GUEST,   VM1, ------, ---",
        "DEDICATED_UPLINK, VM1, ------, ---",
        "PRIVATE_VLAN,     VM1, ------, -uu",
        "PROTECTED,        VM1, ------, -uu"
    })
    void shouldExpectWhatTheModeSays(IsolationMode mode, Station listener, String unicast, String group) {
        Expectation row = Expectation.of(mode).stream()
                .filter(each -> each.listener() == listener)
                .findFirst()
                .orElseThrow();
        StringBuilder expected = new StringBuilder();
        for (Flow flow : Flow.values()) {
            expected.append(row.hears(flow) ? 'u' : '-');
        }

        assertThat(expected).hasToString(unicast + group);
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveARowForEveryMode(IsolationMode mode) {
        assertThat(Expectation.of(mode)).isNotEmpty();
    }
}
