package io.isolane.core.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class PendingRequestsTest {
    private static final long CLIENT = 0x0001_0200_0000_000aL;

    private final PendingRequests requests = new PendingRequests(Arena.ofAuto(), 16);

    @Property
    void shouldKnowWhoAskedForAsLongAsAnAnswerMayTakeWhateverTheTime(@ForAll long now, @ForAll int transaction) {
        long number = transaction & 0xffff_ffffL;
        requests.note(3, CLIENT, number, now);
        assertThat(requests.portOf(CLIENT, number, now + PendingRequests.PATIENCE))
                .isEqualTo(3);
        assertThat(requests.portOf(CLIENT, number, now + PendingRequests.PATIENCE + 1))
                .isEqualTo(PendingRequests.NOBODY);
        assertThat(requests.portOf(CLIENT, number, now - 2))
                .as("by the clock of a worker that is behind")
                .isEqualTo(3);
        assertThat(requests.portOf(CLIENT, number ^ 1, now)).isEqualTo(PendingRequests.NOBODY);
        assertThat(requests.portOf(CLIENT, number | PendingRequests.V6, now)).isEqualTo(PendingRequests.NOBODY);
        requests.forget(3);
    }

    @Example
    void shouldForgetTheRequestsOfTheOnePortThatAsksForMany() {
        requests.note(1, CLIENT, 1, 0);
        for (int i = 0; i < 1000; i++) {
            requests.note(2, CLIENT + 1 + i, 1, 0);
        }
        assertThat(requests.portOf(CLIENT, 1, 1)).isEqualTo(1);
        assertThat(requests.portOf(CLIENT + 1, 1, 1)).isEqualTo(PendingRequests.NOBODY);
        assertThat(requests.portOf(CLIENT + 1000, 1, 1)).isEqualTo(2);
    }

    @Example
    void shouldTakeARepeatedRequestForTheOldOne() {
        requests.note(1, CLIENT, 1, 0);
        requests.note(2, CLIENT, 1, 500);
        requests.note(1, CLIENT, 1, 1000);
        assertThat(requests.portOf(CLIENT, 1, 2000)).isEqualTo(1);
    }
}
