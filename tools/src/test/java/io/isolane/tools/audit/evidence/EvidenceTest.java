package io.isolane.tools.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.MacAddress;
import io.isolane.dataplane.port.pcap.CaptureReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvidenceTest {
    private static final long VM1 = Station.VM1.mac(0);
    private static final long VM2 = Station.VM2.mac(0);
    private static final long LAN = Station.LAN.mac(0);

    @TempDir
    private Path directory;

    @Test
    void shouldCountWhatWasSentAtItsSenderAndWhatWasHeardAtTheListener() throws IOException {
        try (Evidence evidence = evidence()) {
            add(evidence, Station.VM2, VM2, LAN);
            add(evidence, Station.VM2, VM2, LAN);
            add(evidence, Station.VM1, VM2, LAN);
            add(evidence, Station.VM2, VM2, MacAddress.BROADCAST);

            Observation observed = evidence.observations().getFirst();

            assertThat(observed.sent().of(Flow.VM2_TO_LAN)).isEqualTo(2);
            assertThat(observed.heard().of(Flow.VM2_TO_LAN)).isEqualTo(1);
            assertThat(observed.sent().of(Flow.FROM_VM2)).isEqualTo(1);
            assertThat(observed.heard().of(Flow.FROM_VM2)).isZero();
        }
    }

    @Test
    void shouldTakeOnlyWhatWasSentToTheListenerForASignThatItHears() throws IOException {
        try (Evidence evidence = evidence()) {
            add(evidence, Station.VM1, VM1, LAN);
            add(evidence, Station.VM1, Station.VM3.mac(0), MacAddress.BROADCAST);
            assertThat(evidence.observations().getFirst().own()).isZero();

            add(evidence, Station.VM1, LAN, VM1);
            assertThat(evidence.observations().getFirst().own()).isEqualTo(1);
        }
    }

    @Test
    void shouldFileWhatListenersHearAndWhatOthersSend() throws IOException {
        try (Evidence evidence = evidence()) {
            add(evidence, Station.VM1, LAN, VM1);
            add(evidence, Station.VM2, VM2, LAN);
            add(evidence, Station.VM2, LAN, VM2);
        }

        try (CaptureReader reader = CaptureReader.open(directory.resolve("evidence.pcapng"))) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.interfaceIndex()).isZero();
            assertThat(reader.next()).isTrue();
            assertThat(reader.interfaceIndex()).isEqualTo(1);
            assertThat(reader.next()).isFalse();
            assertThat(reader.failure()).isNull();
        }
    }

    private Evidence evidence() throws IOException {
        return Evidence.create(directory.resolve("evidence.pcapng"), Map.of(Station.VM1, 0), List.of(Station.VM2));
    }

    private static void add(Evidence evidence, Station view, long source, long destination) {
        try (Arena arena = Arena.ofConfined()) {
            long frame = arena.allocate(60).address();
            EthernetHeader.write(frame, destination, source, EtherType.IPV4);
            evidence.add(view, 1, frame, 60, 60);
        }
    }
}
