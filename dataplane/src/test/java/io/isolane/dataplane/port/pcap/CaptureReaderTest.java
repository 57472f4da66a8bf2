package io.isolane.dataplane.port.pcap;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CaptureReaderTest {
    private static final byte[] FRAME = {1, 2, 3, 4, 5};
    private static final String FRAME_HEX = "0102030405";

    @TempDir
    Path directory;

    static List<ByteOrder> orders() {
        return List.of(LITTLE_ENDIAN, BIG_ENDIAN);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void shouldReadClassicPcapWithMicroseconds(ByteOrder order) throws IOException {
        CaptureBytes file = new CaptureBytes(order)
                .pcapHeader(PcapLayout.MAGIC_MICROSECONDS, 65_535)
                .pcapRecord(7, 999_999, FRAME)
                .pcapRecord(-1, 1, FRAME);

        assertThat(read(file))
                .containsExactly(
                        new ReadFrame(7_999_999_000L, 0, 5, FRAME_HEX),
                        new ReadFrame(0xffff_ffffL * 1_000_000_000L + 1_000, 0, 5, FRAME_HEX));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void shouldReadClassicPcapWithNanoseconds(ByteOrder order) throws IOException {
        CaptureBytes file = new CaptureBytes(order)
                .pcapHeader(PcapLayout.MAGIC_NANOSECONDS, 0)
                .pcapRecord(7, 999_999_999, FRAME);

        assertThat(read(file)).containsExactly(new ReadFrame(7_999_999_999L, 0, 5, FRAME_HEX));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void shouldReadPcapngInMicrosecondsWhenItSaysNoResolution(ByteOrder order) throws IOException {
        CaptureBytes file = new CaptureBytes(order).section().description(0).packet(0, 5_000_000_007L, FRAME);

        assertThat(read(file)).containsExactly(new ReadFrame(5_000_000_007_000L, 0, 5, FRAME_HEX));
    }

    @Test
    void shouldUseEachInterfacesOwnResolutionAndOffset() throws IOException {
        byte[] nanoseconds = {9, 0, 1, 0, 9, 0, 0, 0};
        byte[] tenthsLater = {9, 0, 1, 0, 1, 0, 0, 0, 14, 0, 8, 0, 100, 0, 0, 0, 0, 0, 0, 0};
        byte[] quarters = {2, 0, 3, 0, 'e', 't', 'h', 0, 9, 0, 1, 0, (byte) 0x82, 0, 0, 0, 0, 0, 0, 0};
        CaptureBytes file = CaptureBytes.littleEndian()
                .section()
                .description(0, nanoseconds)
                .description(0, tenthsLater)
                .description(0, quarters)
                .packet(0, 5, FRAME)
                .packet(1, 5, FRAME)
                .packet(2, 5, FRAME);

        assertThat(read(file))
                .containsExactly(
                        new ReadFrame(5, 0, 5, FRAME_HEX),
                        new ReadFrame(100_500_000_000L, 1, 5, FRAME_HEX),
                        new ReadFrame(1_250_000_000L, 2, 5, FRAME_HEX));
    }

    @Test
    void shouldReadSectionsOfDifferentByteOrderEachWithItsOwnInterfaces() throws IOException {
        CaptureBytes file = CaptureBytes.littleEndian()
                .section()
                .description(0)
                .description(0)
                .packet(1, 1, FRAME)
                .order(BIG_ENDIAN)
                .section()
                .description(0)
                .packet(0, 2, FRAME)
                .order(LITTLE_ENDIAN)
                .section()
                .description(0)
                .packet(0, 3, FRAME);

        assertThat(read(file)).map(ReadFrame::timestampNanos).containsExactly(1_000L, 2_000L, 3_000L);
    }

    @Test
    void shouldGiveSimplePacketsTheTimeOfTheFrameBefore() throws IOException {
        CaptureBytes file = CaptureBytes.littleEndian()
                .section()
                .description(5)
                .simplePacket(5, FRAME)
                .packet(0, 8, FRAME)
                .simplePacket(1500, FRAME);

        assertThat(read(file))
                .containsExactly(
                        new ReadFrame(0, 0, 5, FRAME_HEX),
                        new ReadFrame(8_000, 0, 5, FRAME_HEX),
                        new ReadFrame(8_000, 0, 1500, FRAME_HEX));
    }

    @Test
    void shouldReadTheObsoletePacketBlock() throws IOException {
        CaptureBytes file = CaptureBytes.littleEndian()
                .section()
                .description(0)
                .block(
                        PcapngLayout.OBSOLETE_PACKET,
                        b -> b.u16(0, 77).u32(0, 3, 5, 5).bytes(FRAME));

        assertThat(read(file)).containsExactly(new ReadFrame(3_000, 0, 5, FRAME_HEX));
    }

    @Test
    void shouldPassOverBlocksOfOtherKindsHoweverLong() throws IOException {
        CaptureBytes file = CaptureBytes.littleEndian()
                .section()
                .block(0x0000_0bad, b -> b.bytes(new byte[700_000]))
                .description(0)
                .block(5, b -> b.u32(0, 0, 0))
                .packet(0, 1, FRAME)
                .block(10, b -> {});

        assertThat(read(file)).hasSize(1);
    }

    @Test
    void shouldReadAFileThatIsLongerThanItsWindow() throws IOException {
        CaptureBytes file = CaptureBytes.littleEndian().pcapHeader(PcapLayout.MAGIC_NANOSECONDS, 0);
        for (int i = 0; i < 1000; i++) {
            file.pcapRecord(i, 0, new byte[1000]);
        }

        assertThat(read(file))
                .hasSize(1000)
                .last()
                .extracting(ReadFrame::timestampNanos)
                .isEqualTo(999_000_000_000L);
    }

    @Test
    void shouldReadTheSameAgainAfterRewinding() throws IOException {
        Path file = CaptureBytes.littleEndian()
                .section()
                .description(0)
                .packet(0, 1, FRAME)
                .order(BIG_ENDIAN)
                .section()
                .description(0)
                .packet(0, 2, FRAME)
                .in(directory);
        try (CaptureReader reader = CaptureReader.open(file)) {
            ReadFrame.Outcome first = ReadFrame.readAll(reader);

            assertThat(reader.rewind()).isTrue();
            assertThat(ReadFrame.readAll(reader)).isEqualTo(first);
        }
    }

    @Test
    void shouldDeliverNothingFromAFileWithoutFrames() throws IOException {
        assertThat(read(CaptureBytes.littleEndian().pcapHeader(PcapLayout.MAGIC_NANOSECONDS, 0)))
                .isEmpty();
        assertThat(read(CaptureBytes.littleEndian().section())).isEmpty();
    }

    private List<ReadFrame> read(CaptureBytes file) throws IOException {
        ReadFrame.Outcome outcome = ReadFrame.readAll(file.in(directory));
        assertThat(outcome.failure()).isNull();
        return outcome.frames();
    }
}
