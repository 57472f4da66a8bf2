package io.isolane.dataplane.port.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.dataplane.linux.Command;
import io.isolane.dataplane.port.Slots;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of ours as Wireshark's and tcpdump's programs see them, and files of theirs as we do. */
final class CaptureAgainstToolsTest {
    private static final List<CaptureInterface> TWO = List.of(
            new CaptureInterface("vm1", "access port of VLAN 100"),
            new CaptureInterface("uplink", "trunk to the world"));
    private static final long TIME = 1_700_000_000_123_456_789L;
    private static final byte[] FRAME = HexFormat.of()
            .parseHex("02000000000202000000000108004500001c000100004011f6cac0000201c633640204d20035000818ca");

    @TempDir
    Path directory;

    @Test
    void shouldShowWiresharkNamesTimesTagsDirectionsAndComments() throws IOException {
        needs("tshark");
        Path file = written(CaptureFormat.PCAPNG);

        List<String> lines = Command.run(List.of(
                        "tshark",
                        "-r",
                        file.toString(),
                        "-Tfields",
                        "-Eseparator=|",
                        "-eframe.time_epoch",
                        "-eframe.interface_name",
                        "-eframe.interface_description",
                        "-eframe.packet_flags_direction",
                        "-eframe.comment",
                        "-evlan.id",
                        "-eframe.len",
                        "-eip.src"))
                .lines()
                .filter(line -> line.contains("|"))
                .toList();

        assertThat(lines)
                .containsExactly(
                        "1700000000.123456789|vm1|access port of VLAN 100|0x00000001|||42|192.0.2.1",
                        "1700000000.123456790|uplink|trunk to the world|0x00000002|flooded: no station|100|46|192.0.2.1",
                        "1700000000.123456791|vm1|access port of VLAN 100||||42|192.0.2.1");
    }

    @Test
    void shouldGiveCapinfosItsHeader() throws IOException {
        needs("capinfos");

        assertThat(Command.run(List.of("capinfos", written(CaptureFormat.PCAPNG).toString())))
                .contains("pcapng")
                .contains("Ethernet")
                .contains("nanoseconds (9)")
                .contains("isolane test")
                .containsPattern("Number of packets:\\s+3");
    }

    @Test
    void shouldShowTcpdumpClassicFilesToTheNanosecond() throws IOException {
        needs("tcpdump");

        assertThat(Command.run(List.of(
                        "tcpdump",
                        "-nett",
                        "--nano",
                        "-r",
                        written(CaptureFormat.PCAP).toString())))
                .contains("1700000000.123456789 02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4")
                .contains(
                        "1700000000.123456790 02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype 802.1Q (0x8100), length 46:"
                                + " vlan 100, p 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pcap", "nsecpcap", "pcapng"})
    void shouldReadWhatEditcapWrites(String format) throws IOException {
        needs("editcap");
        Path theirs = directory.resolve("theirs." + format);
        Command.run(
                List.of("editcap", "-F", format, written(CaptureFormat.PCAPNG).toString(), theirs.toString()));

        ReadFrame.Outcome outcome = ReadFrame.readAll(theirs);

        assertThat(outcome.failure()).isNull();
        long step = format.equals("pcap") ? 1000 : 1;
        assertThat(outcome.frames())
                .map(ReadFrame::timestampNanos)
                .containsExactly(TIME / step * step, (TIME + 1) / step * step, (TIME + 2) / step * step);
        assertThat(outcome.frames())
                .first()
                .extracting(ReadFrame::bytes)
                .isEqualTo(HexFormat.of().formatHex(FRAME));
    }

    @Test
    void shouldReadWhatMergecapJoinsFromBothByteOrders() throws IOException {
        needs("mergecap");
        Path big = new CaptureBytes(ByteOrder.BIG_ENDIAN)
                .pcapHeader(PcapLayout.MAGIC_NANOSECONDS, 0)
                .pcapRecord(1, 2, FRAME)
                .in(directory);
        Path joined = directory.resolve("joined");
        Command.run(List.of(
                "mergecap",
                "-w",
                joined.toString(),
                big.toString(),
                written(CaptureFormat.PCAPNG).toString()));

        assertThat(ReadFrame.readAll(joined).frames())
                .map(ReadFrame::timestampNanos)
                .containsExactly(1_000_000_002L, TIME, TIME + 1, TIME + 2);
    }

    @Test
    void shouldReadWhatTcpdumpWrites() throws IOException {
        needs("tcpdump");
        Path theirs = directory.resolve("theirs");
        Command.run(List.of(
                "tcpdump",
                "-r",
                written(CaptureFormat.PCAP).toString(),
                "-w",
                theirs.toString(),
                "-s",
                "30",
                "-Z",
                "root"));

        List<Integer> lengths = new ArrayList<>();
        ReadFrame.readAll(theirs).frames().forEach(f -> lengths.add(f.originalLength()));
        assertThat(lengths).containsExactly(42, 46, 42);
    }

    private Path written(CaptureFormat format) throws IOException {
        Path file = directory.resolve("ours." + format);
        List<CaptureInterface> interfaces = format == CaptureFormat.PCAP ? TWO.subList(0, 1) : TWO;
        int last = interfaces.size() - 1;
        try (Slots slots = new Slots();
                CaptureWriter writer = CaptureWriter.create(file, format, "isolane test", interfaces)) {
            long slot = slots.frame(FRAME);
            long address = slots.memory.frameAddress(slot);
            byte[] comment = "flooded: no station".getBytes(StandardCharsets.UTF_8);
            writer.write(0, TIME, CaptureDirection.INBOUND, address, FRAME.length);
            writer.write(last, TIME + 1, CaptureDirection.OUTBOUND, address, FRAME.length, 0x8100_a064, comment);
            writer.write(0, TIME + 2, CaptureDirection.UNKNOWN, address, FRAME.length);
            slots.cache.free(slot);
        }
        return file;
    }

    private static void needs(String program) {
        Assumptions.assumeTrue(Command.exists(program), "needs " + program);
    }
}
