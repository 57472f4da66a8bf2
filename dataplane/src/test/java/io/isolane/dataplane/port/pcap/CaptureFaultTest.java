package io.isolane.dataplane.port.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.isolane.dataplane.port.pcap.CaptureFormatException.Fault;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaptureFaultTest {
    private static final byte[] FRAME = {1, 2, 3, 4, 5};

    @TempDir
    Path directory;

    @Test
    void shouldNameFileOffsetValueAndMend() {
        Path file = CaptureBytes.littleEndian().u32(0x0000_8b1f, 0, 0, 0, 0, 0).in(directory);

        assertThatIOException()
                .isThrownBy(() -> CaptureReader.open(file))
                .withMessage(file
                        + ": at byte 0: 0x1f8b0000 starts neither a pcap nor a pcapng file; save the capture as"
                        + " pcapng, uncompressed");
    }

    @Test
    void shouldRefuseAMissingFile() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> CaptureReader.open(directory.resolve("none")));
    }

    @Test
    void shouldRefuseFramesThatAreNotEthernet() {
        assertThat(opening(CaptureBytes.littleEndian()
                        .u32(PcapLayout.MAGIC_MICROSECONDS)
                        .u16(2, 4)
                        .u32(0, 0, 65_535, 113)))
                .satisfies(e -> fault(e, Fault.WRONG_LINK_TYPE, 0))
                .hasMessageContaining("link type 113");
        assertThat(opening(CaptureBytes.littleEndian()
                        .section()
                        .block(
                                PcapngLayout.INTERFACE_DESCRIPTION,
                                b -> b.u16(101, 0).u32(0))))
                .satisfies(e -> fault(e, Fault.WRONG_LINK_TYPE, 28));
    }

    @Test
    void shouldRefuseVersionsItDoesNotKnow() {
        assertThat(opening(CaptureBytes.littleEndian()
                        .u32(PcapLayout.MAGIC_MICROSECONDS)
                        .u16(3, 0)
                        .u32(0, 0, 0, 1)))
                .satisfies(e -> fault(e, Fault.UNKNOWN_VERSION, 0));
        assertThat(opening(CaptureBytes.littleEndian()
                        .block(
                                PcapngLayout.SECTION_HEADER,
                                b -> b.u32(PcapngLayout.BYTE_ORDER_MAGIC)
                                        .u16(2, 0)
                                        .u32(-1, -1))))
                .satisfies(e -> fault(e, Fault.UNKNOWN_VERSION, 0));
    }

    @Test
    void shouldRefuseAFileThatEndsInItsHeader() {
        assertThat(opening(CaptureBytes.littleEndian().u16(1))).satisfies(e -> fault(e, Fault.TRUNCATED, 0));
        assertThat(opening(CaptureBytes.littleEndian().u32(PcapLayout.MAGIC_NANOSECONDS)))
                .satisfies(e -> fault(e, Fault.TRUNCATED, 0));
    }

    @Test
    void shouldStopAtARecordLongerThanTheSnapshotLength() throws IOException {
        CaptureBytes file = CaptureBytes.littleEndian()
                .pcapHeader(PcapLayout.MAGIC_MICROSECONDS, 5)
                .pcapRecord(0, 0, FRAME)
                .pcapRecord(0, 0, new byte[6]);

        stops(file, Fault.BAD_RECORD_LENGTH, 24 + 21);
    }

    @Test
    void shouldStopAtAnImpossibleRecordLength() throws IOException {
        CaptureBytes file = CaptureBytes.littleEndian()
                .pcapHeader(PcapLayout.MAGIC_MICROSECONDS, 0)
                .pcapRecord(0, 0, FRAME)
                .u32(0, 0, -1, 5);

        assertThat(stops(file, Fault.BAD_RECORD_LENGTH, 24 + 21)).hasMessageContaining("4294967295");
    }

    @Test
    void shouldStopAtBlocksOfImpossibleLength() throws IOException {
        for (int length : new int[] {0, 8, 31, 33, 0x7fff_fffc, 0xffff_fffc}) {
            stops(
                    oneFrame().u32(PcapngLayout.ENHANCED_PACKET, length, 0, 0, 0, 0, 0, length),
                    Fault.BAD_BLOCK_LENGTH,
                    88);
        }
    }

    @Test
    void shouldStopAtABlockWhoseLengthsDiffer() throws IOException {
        stops(oneFrame().u32(99, 16, 0, 20), Fault.BAD_BLOCK_LENGTH, 88 + 12);
        stops(oneFrame().u32(PcapngLayout.ENHANCED_PACKET, 32, 0, 0, 0, 0, 0, 36), Fault.BAD_BLOCK_LENGTH, 88);
    }

    @Test
    void shouldStopAtAFrameLongerThanItsBlock() throws IOException {
        stops(
                oneFrame().block(PcapngLayout.ENHANCED_PACKET, b -> b.u32(0, 0, 0, 8, 8, 0)),
                Fault.BAD_RECORD_LENGTH,
                88);
        stops(oneFrame().simplePacket(9, FRAME), Fault.BAD_RECORD_LENGTH, 88);
    }

    @Test
    void shouldStopAtAFrameOfAnUnknownInterface() throws IOException {
        stops(oneFrame().packet(1, 0, FRAME), Fault.UNKNOWN_INTERFACE, 88);
        stops(oneFrame().packet(-1, 0, FRAME), Fault.UNKNOWN_INTERFACE, 88);
        stops(oneFrame().section().simplePacket(5, FRAME), Fault.UNKNOWN_INTERFACE, 88 + 28);
    }

    @Test
    void shouldStopAtAnOptionLongerThanItsBlock() throws IOException {
        byte[] tooLong = {9, 0, 5, 0, 6, 0, 0, 0};
        stops(oneFrame().description(0, tooLong), Fault.BAD_BLOCK_LENGTH, 88);
    }

    @Test
    void shouldStopAtASectionWithoutByteOrder() throws IOException {
        stops(oneFrame().block(PcapngLayout.SECTION_HEADER, b -> b.u32(0, 1, -1, -1)), Fault.BAD_MAGIC, 88);
    }

    @Test
    void shouldDeliverEveryWholeFrameOfAFileCutAnywhere() throws IOException {
        cutEverywhere(
                CaptureBytes.littleEndian()
                        .pcapHeader(PcapLayout.MAGIC_NANOSECONDS, 0)
                        .pcapRecord(1, 0, FRAME)
                        .pcapRecord(2, 0, FRAME)
                        .toArray(),
                24,
                24 + 21,
                24 + 42);
        cutEverywhere(
                CaptureBytes.littleEndian()
                        .section()
                        .description(0)
                        .packet(0, 1, FRAME)
                        .block(77, b -> b.u32(0, 0))
                        .packet(0, 2, FRAME)
                        .toArray(),
                28,
                48,
                48 + 40,
                88 + 20,
                108 + 40);
    }

    /** {@code ends} are the places where a cut goes unseen, because a record or block ends there. */
    private void cutEverywhere(byte[] whole, int... ends) throws IOException {
        int frames = ReadFrame.readAll(CaptureBytes.write(directory.resolve("whole"), whole))
                .frames()
                .size();
        int firstFrameEnd = ends[ends.length == 3 ? 1 : 2];
        for (int cut = firstFrameEnd; cut < whole.length; cut++) {
            Path file = CaptureBytes.write(directory.resolve("cut"), Arrays.copyOf(whole, cut));
            ReadFrame.Outcome outcome = ReadFrame.readAll(file);
            assertThat(outcome.frames()).hasSize(frames - 1);
            if (Arrays.binarySearch(ends, cut) >= 0) {
                assertThat(outcome.failure()).isNull();
            } else {
                assertThat(outcome.failure())
                        .satisfies(e ->
                                assertThat(((CaptureFormatException) e).fault()).isEqualTo(Fault.TRUNCATED));
            }
        }
    }

    /** A sound pcapng file of 88 bytes. */
    private static CaptureBytes oneFrame() {
        return CaptureBytes.littleEndian().section().description(0).packet(0, 1, FRAME);
    }

    private IOException stops(CaptureBytes content, Fault fault, long offset) throws IOException {
        ReadFrame.Outcome outcome = ReadFrame.readAll(content.in(directory));
        assertThat(outcome.frames()).hasSize(1);
        fault(Objects.requireNonNull(outcome.failure()), fault, offset);
        return outcome.failure();
    }

    private IOException opening(CaptureBytes content) {
        Path file = content.in(directory);
        try (CaptureReader reader = CaptureReader.open(file)) {
            throw new AssertionError("opened, with the first frame " + reader.next());
        } catch (IOException e) {
            return e;
        }
    }

    private static void fault(Throwable thrown, Fault fault, long offset) {
        assertThat(thrown).isInstanceOfSatisfying(CaptureFormatException.class, e -> {
            assertThat(e.fault()).isEqualTo(fault);
            assertThat(e.offset()).isEqualTo(offset);
        });
    }
}
