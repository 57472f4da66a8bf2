package io.isolane.tools.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.frame.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlowTest {
    private static final int ONLY_SEGMENT = 0;

    @ParameterizedTest
    @CsvSource({
        "VM2,  LAN,  VM2_TO_LAN",
        "VM2,  VM3,  VM2_TO_VM3",
        "HOST, LAN,  HOST_TO_LAN",
        "LAN,  VM2,  LAN_TO_VM2",
        "LAN,  HOST, LAN_TO_HOST",
        "VM3,  VM2,  OTHER_UNICAST",
        "LAN,  VM4,  OTHER_UNICAST",
        "VM4,  HOST, OTHER_UNICAST"
    })
    void shouldTellTheFlowOfUnicastByItsAddresses(Station from, Station to, Flow flow) {
        assertThat(Flow.of(to.mac(0), from.mac(0), Station.VM1, ONLY_SEGMENT)).contains(flow);
    }

    @ParameterizedTest
    @CsvSource({"VM2, FROM_VM2", "HOST, FROM_HOST", "LAN, FROM_LAN"})
    void shouldTellTheFlowOfGroupFramesByTheirSender(Station from, Flow flow) {
        assertThat(Flow.of(MacAddress.BROADCAST, from.mac(0), Station.VM1, ONLY_SEGMENT))
                .contains(flow);
        assertThat(Flow.of(0x3333_0000_0001L, from.mac(0), Station.VM1, ONLY_SEGMENT))
                .contains(flow);
    }

    @Test
    void shouldLeaveTheListenersOwnFramesOut() {
        long listener = Station.VM1.mac(0);

        assertThat(Flow.of(Station.LAN.mac(0), listener, Station.VM1, ONLY_SEGMENT))
                .isEmpty();
        assertThat(Flow.of(listener, Station.LAN.mac(0), Station.VM1, ONLY_SEGMENT))
                .isEmpty();
        assertThat(Flow.of(MacAddress.BROADCAST, listener, Station.VM1, ONLY_SEGMENT))
                .isEmpty();
    }

    @Test
    void shouldTakeABroadcastOfTheLanInTheListenersSegmentForItsOwnAndOneFromElsewhereForALeak() {
        assertThat(Flow.of(MacAddress.BROADCAST, Station.LAN.mac(11), Station.VM1, 11))
                .isEmpty();
        assertThat(Flow.of(MacAddress.BROADCAST, Station.LAN.mac(12), Station.VM1, 11))
                .contains(Flow.FROM_LAN);
    }

    @Test
    void shouldCountUnicastOfStrangersAndNotTheirBroadcasts() {
        long stranger = 0x02_aa_bb_cc_dd_eeL;

        assertThat(Flow.of(Station.VM2.mac(0), stranger, Station.VM1, ONLY_SEGMENT))
                .contains(Flow.OTHER_UNICAST);
        assertThat(Flow.of(MacAddress.BROADCAST, stranger, Station.VM1, ONLY_SEGMENT))
                .isEmpty();
    }
}
