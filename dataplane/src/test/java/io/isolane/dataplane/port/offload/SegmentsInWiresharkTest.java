package io.isolane.dataplane.port.offload;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.Descriptor;
import io.isolane.dataplane.linux.Command;
import io.isolane.dataplane.port.Slots;
import io.isolane.dataplane.port.pcap.CaptureDirection;
import io.isolane.dataplane.port.pcap.CaptureInterface;
import io.isolane.dataplane.port.pcap.CaptureWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentsInWiresharkTest {
    @TempDir
    Path directory;

    @Test
    void shouldHaveNoBadChecksumAndNoMalformedPacket() throws IOException {
        Assumptions.assumeTrue(Command.exists("tshark"), "needs tshark");
        Path file = directory.resolve("segments.pcapng");
        int written = writeSegments(file);

        List<String> statuses = Command.run(List.of(
                        "tshark",
                        "-r",
                        file.toString(),
                        "-o",
                        "tcp.check_checksum:TRUE",
                        "-o",
                        "udp.check_checksum:TRUE",
                        "-o",
                        "ip.check_checksum:TRUE",
                        "-Tfields",
                        "-Eseparator=|",
                        "-eip.checksum.status",
                        "-etcp.checksum.status",
                        "-eudp.checksum.status",
                        "-eicmpv6.checksum.status",
                        "-e_ws.malformed"))
                .lines()
                .filter(line -> line.contains("|"))
                .toList();

        assertThat(statuses).hasSize(written);
        assertThat(statuses)
                .allMatch(status ->
                        List.of("1|1|||", "|1|||", "1||1||", "||1||", "|||1|").contains(status));
    }

    private static int writeSegments(Path file) throws IOException {
        int written = 0;
        try (Slots slots = new Slots();
                CaptureWriter writer =
                        CaptureWriter.create(file, "isolane test", List.of(new CaptureInterface("wire", "")))) {
            Segmenter segmenter = new Segmenter(slots.memory);
            long[] out = new long[64];
            for (LinuxSegments source : LinuxSegments.all()) {
                long frame = slots.offloaded(source.virtioHeader(), source.frame());
                int made = segmenter.segment(slots.cache, frame, out, out.length);
                for (int i = 0; i < made; i++) {
                    long address = slots.memory.frameAddress(out[i]);
                    writer.write(0, written++, CaptureDirection.UNKNOWN, address, Descriptor.length(out[i]));
                }
                slots.cache.free(out, 0, made);
            }
        }
        return written;
    }
}
