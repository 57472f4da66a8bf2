package io.isolane.tools.audit.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.audit.evidence.Flow;
import io.isolane.tools.audit.evidence.Observation;
import io.isolane.tools.audit.evidence.Station;
import io.isolane.tools.audit.evidence.Tally;
import io.isolane.tools.audit.verdict.Cell.Verdict;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FindingTest {
    private static final Expectation LEARNING =
            Expectation.of(IsolationMode.LEARNING).getFirst();
    private static final Set<Flow> GROUP = EnumSet.of(Flow.FROM_VM2, Flow.FROM_HOST, Flow.FROM_LAN);

    @Test
    void shouldKeepItsWordWhereAllIsAsExpected() {
        assertThat(Finding.of(LEARNING, heard(GROUP, 1)).isKept()).isTrue();
    }

    @Test
    void shouldNameTheFlowThatLeaks() {
        Set<Flow> heard = EnumSet.copyOf(GROUP);
        heard.add(Flow.HOST_TO_LAN);

        Finding finding = Finding.of(LEARNING, heard(heard, 1));

        assertThat(finding.isKept()).isFalse();
        assertThat(finding.cells())
                .filteredOn(cell -> cell.verdict() == Verdict.LEAKS)
                .extracting(Cell::flow)
                .containsExactly(Flow.HOST_TO_LAN);
    }

    @Test
    void shouldNameTheFlowThatShouldHaveLeaked() {
        Finding finding = Finding.of(LEARNING, heard(EnumSet.of(Flow.FROM_VM2, Flow.FROM_LAN), 1));

        assertThat(finding.isKept()).isFalse();
        assertThat(finding.cells(Set.of(Flow.FROM_HOST)))
                .extracting(Cell::verdict)
                .containsExactly(Verdict.SILENT);
    }

    @Test
    void shouldNotPassWhenTheListenerCapturedNothingOfItsOwn() {
        assertThat(Finding.of(LEARNING, heard(GROUP, 0)).isKept()).isFalse();
    }

    private static Observation heard(Set<Flow> flows, long own) {
        Tally sent = new Tally();
        Tally heard = new Tally();
        for (Flow flow : Flow.values()) {
            sent.add(flow, 10);
        }
        flows.forEach(flow -> heard.add(flow, 10));
        return new Observation(Station.VM1, sent, heard, own);
    }
}
