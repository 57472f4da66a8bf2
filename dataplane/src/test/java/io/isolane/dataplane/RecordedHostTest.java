package io.isolane.dataplane;

import static io.isolane.dataplane.GuardedSwitch.GUEST;
import static io.isolane.dataplane.GuardedSwitch.NO_SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.RawMemory;
import io.isolane.core.policy.AddressGuard;
import io.isolane.dataplane.port.pcap.CaptureReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a Linux host and its server said to each other (the script beside the capture tells which programs), through a switch
 * whose guest may not do anything that it was not given: every frame is let through that the guest had a right to send.
 */
class RecordedHostTest {
    private static final Path CAPTURE =
            Path.of("src/test/resources/io/isolane/dataplane/guard/dnsmasq-and-dhclient.pcap");
    private static final AddressGuard ALL_OF_THEM = new AddressGuard(true, true, true, true, 3, List.of());

    @Test
    void shouldLearnFromRealProgramsAllThatTheHostNeeds() throws IOException {
        List<WireFrame> frames = read();
        try (GuardedSwitch guarded = new GuardedSwitch(NO_SERVICES, ALL_OF_THEM, false)) {
            List<String> refused = new ArrayList<>();
            List<String> bound = new ArrayList<>();
            for (int number = 1; number <= frames.size(); number++) {
                WireFrame frame = frames.get(number - 1);
                var refusal = guarded.refusal(frame.source() == GUEST ? "guest" : "lan", frame);
                if (refusal != null) {
                    refused.add(number + " " + refusal.label());
                }
                guarded.fabric.fabric().bindings().stream()
                        .map(each -> each.address().toString())
                        .filter(address -> !bound.contains(address))
                        .forEach(bound::add);
            }

            assertThat(bound).containsExactly("fe80::ff:fe00:a", "10.77.0.103", "fd77::14b");
            // the host went on answering ARP with the address that it had given back
            assertThat(refused).containsExactly("39 forged-arp");
            assertThat(guarded.fabric.fabric().bindings())
                    .as("after both leases were given back")
                    .extracting(each -> each.address().toString())
                    .containsExactly("fe80::ff:fe00:a");
        }
    }

    private static List<WireFrame> read() throws IOException {
        List<WireFrame> frames = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(CAPTURE);
                Arena arena = Arena.ofConfined()) {
            long buffer = arena.allocate(2048).address();
            while (reader.next()) {
                reader.copyTo(buffer);
                frames.add(new WireFrame(RawMemory.get(buffer, reader.capturedLength())));
            }
        }
        return frames;
    }
}
