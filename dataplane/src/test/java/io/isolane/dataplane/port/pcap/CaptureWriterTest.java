package io.isolane.dataplane.port.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.isolane.dataplane.port.Slots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CaptureWriterTest {
    private static final List<CaptureInterface> ONE = List.of(new CaptureInterface("vm1", ""));

    @TempDir
    Path directory;

    @Property(tries = 200)
    void shouldWriteWhatAReaderReadsBack(
            @ForAll @Size(max = 20) List<@Size(max = 300) byte[]> frames,
            @ForAll CaptureFormat format,
            @ForAll @LongRange(max = 4_294_967_295_999_999_999L) long time)
            throws IOException {
        Path file = Files.createTempFile("written", ".capture");
        List<ReadFrame> expected = new ArrayList<>();
        try (Slots slots = new Slots();
                CaptureWriter writer = CaptureWriter.create(file, format, "test", ONE)) {
            for (byte[] frame : frames) {
                long slot = slots.frame(frame);
                writer.write(0, time, CaptureDirection.UNKNOWN, slots.memory.frameAddress(slot), frame.length);
                slots.cache.free(slot);
                expected.add(new ReadFrame(time, 0, frame.length, HexFormat.of().formatHex(frame)));
            }
        }

        ReadFrame.Outcome outcome = ReadFrame.readAll(file);

        Files.delete(file);
        assertThat(outcome.failure()).isNull();
        assertThat(outcome.frames()).isEqualTo(expected);
    }

    @Test
    void shouldWriteTheTagBesideAFrameInItsPlace() throws IOException {
        Path file = directory.resolve("tagged");
        try (Slots slots = new Slots();
                CaptureWriter writer = CaptureWriter.create(file, "test", ONE)) {
            long slot = slots.frame(HexFormat.of().parseHex("aaaaaaaaaaaabbbbbbbbbbbb0800c0ffee"));
            writer.write(
                    0,
                    1,
                    CaptureDirection.OUTBOUND,
                    slots.memory.frameAddress(slot),
                    17,
                    0x88a8_6064,
                    CaptureWriter.NO_COMMENT);
            slots.cache.free(slot);
        }

        assertThat(ReadFrame.readAll(file).frames())
                .containsExactly(new ReadFrame(1, 0, 21, "aaaaaaaaaaaabbbbbbbbbbbb88a860640800c0ffee"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepTheLengthOfAFrameWhoseBeginningIsWritten(CaptureFormat format) throws IOException {
        Path file = directory.resolve("cut");
        try (Slots slots = new Slots();
                CaptureWriter writer = CaptureWriter.create(file, format, "test", ONE)) {
            long slot = slots.frame(HexFormat.of().parseHex("aaaaaaaaaaaabbbbbbbbbbbb0800c0ffee"));
            long frame = slots.memory.frameAddress(slot);
            writer.write(
                    0, 1, CaptureDirection.UNKNOWN, frame, 14, 1514, CaptureWriter.NO_TAG, CaptureWriter.NO_COMMENT);
            slots.cache.free(slot);
        }

        assertThat(ReadFrame.readAll(file).frames())
                .containsExactly(new ReadFrame(1, 0, 1514, "aaaaaaaaaaaabbbbbbbbbbbb0800"));
    }

    @Test
    void shouldWriteMoreThanItsBufferHolds() throws IOException {
        Path file = directory.resolve("long");
        try (Slots slots = new Slots();
                CaptureWriter writer = CaptureWriter.create(file, "test", ONE)) {
            write(slots, writer, 2000, 1000);
            assertThat(writer.frames()).isEqualTo(2000);
        }

        assertThat(ReadFrame.readAll(file).frames()).hasSize(2000);
    }

    @Test
    void shouldShowFramesToReadersOnceFlushed() throws IOException {
        Path file = directory.resolve("flushed");
        try (Slots slots = new Slots();
                CaptureWriter writer = CaptureWriter.create(file, "test", ONE)) {
            write(slots, writer, 3, 60);
            assertThat(ReadFrame.readAll(file).frames()).isEmpty();

            writer.flush();

            assertThat(ReadFrame.readAll(file).frames()).hasSize(3);
        }
    }

    @Test
    void shouldFailWithoutThrowingAndLeaveWholeFramesWhenTheDiskIsFull() throws IOException {
        SmallDisk disk = new SmallDisk(1000);
        CaptureWriter writer = new CaptureWriter(disk, CaptureFormat.PCAP, "test", ONE);
        try (Slots slots = new Slots()) {
            write(slots, writer, 20, 84);
            writer.flush();

            assertThat(writer.failure()).hasMessage("No space left on device");
            assertThat(writer.frames()).isEqualTo(9);
            long slot = slots.frame(new byte[60]);
            assertThat(writer.write(0, 0, CaptureDirection.UNKNOWN, slots.memory.frameAddress(slot), 60))
                    .isFalse();
            slots.cache.free(slot);
        }
        writer.close();

        Path file = CaptureBytes.write(directory.resolve("full"), disk.content());
        ReadFrame.Outcome outcome = ReadFrame.readAll(file);
        assertThat(outcome.failure()).isNull();
        assertThat(outcome.frames()).hasSize(9);
    }

    @Test
    void shouldSayWhyADeviceThatIsAlwaysFullCannotBeWritten() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "needs /dev/full");

        assertThatIOException()
                .isThrownBy(() -> CaptureWriter.create(full, "test", ONE))
                .withMessageContaining("No space left on device");
    }

    @Test
    void shouldRefuseInterfacesThatTheFormatCannotHave() {
        Path file = directory.resolve("refused");
        assertThatIllegalArgumentException().isThrownBy(() -> CaptureWriter.create(file, "test", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CaptureWriter.create(file, CaptureFormat.PCAP, "test", List.of(ONE.getFirst(), ONE.getFirst())))
                .withMessageContaining("pcapng");
    }

    private static void write(Slots slots, CaptureWriter writer, int count, int length) {
        for (int i = 0; i < count; i++) {
            long slot = slots.frame(new byte[length]);
            writer.write(0, i, CaptureDirection.UNKNOWN, slots.memory.frameAddress(slot), length);
            slots.cache.free(slot);
        }
    }
}
