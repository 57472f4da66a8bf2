package io.isolane.tools.regress.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CountersTest {
    @Test
    void shouldTellWhyInstructionsAreNotCounted() {
        assertThat(Counters.complaint(0, "<not supported>,,instructions,0,100.00,,"))
                .hasValue("this machine has no counters for perf, as most virtual machines");
        assertThat(Counters.complaint(255, "Error:\nNo permission to enable instructions event."))
                .hasValue("perf may not count (as root: sysctl kernel.perf_event_paranoid=1)");
        assertThat(Counters.complaint(127, "\nperf not found for kernel 6.12\n"))
                .hasValue("perf stat fails: perf not found for kernel 6.12");
    }

    @Test
    void shouldFindNothingMissingWhereTheyAreCounted() {
        assertThat(Counters.complaint(0, "1203456,,instructions,404123,100.00,1.21,insn per cycle"))
                .isEmpty();
    }
}
