package io.isolane.dataplane.port.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import io.isolane.dataplane.port.Slots;
import io.isolane.dataplane.port.Wakeup;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PcapPortTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path directory;

    private final Arena arena = Arena.ofConfined();
    private final Slots slots = new Slots(8, 1);
    private final PortCounters counters = PortCounters.allocate(arena);
    private final long[] frames = new long[16];
    private long now = 100 * SECOND;

    @AfterEach
    void poolIsWhole() {
        slots.close();
        arena.close();
    }

    @Test
    void shouldReplayEveryFrameOfAFileAndThenBeFinished() throws IOException {
        try (PcapPort port = port(ReplayConfig.of(recorded(60, 61, 1514)), null)) {
            assertThat(port.isReady()).isTrue();
            assertThat(lengths(port.receive(frames, 2))).containsExactly(60, 61);
            assertThat(port.status()).isEqualTo(PortStatus.UP);

            assertThat(lengths(port.receive(frames, 16))).containsExactly(1514);

            assertThat(port.receive(frames, 16)).isZero();
            assertThat(port.isFinished()).isTrue();
            assertThat(port.isReady()).isFalse();
            assertThat(port.status().canTransmit()).isTrue();
            assertThat(port.status().reason()).endsWith("was replayed to its end");
        }
    }

    @Test
    void shouldDeliverTheBytesOfTheFile() throws IOException {
        Path file = CaptureBytes.littleEndian()
                .pcapHeader(PcapLayout.MAGIC_NANOSECONDS, 0)
                .pcapRecord(0, 0, HexFormat.of().parseHex("00112233445566778899aabb8100000108060001"))
                .in(directory);
        try (PcapPort port = port(ReplayConfig.of(file), null)) {
            assertThat(slots.bytesAndFree(frames, port.receive(frames, 16)))
                    .singleElement()
                    .isEqualTo(HexFormat.of().parseHex("00112233445566778899aabb8100000108060001"));
        }
    }

    @Test
    void shouldPaceFramesByTheirTimestamps() throws IOException {
        try (PcapPort port = port(new ReplayConfig(recorded(60, 61, 62), true, false), null)) {
            assertThat(lengths(port.receive(frames, 16))).containsExactly(60);
            assertThat(port.isReady()).isFalse();
            now += SECOND - 1;
            assertThat(port.receive(frames, 16)).isZero();

            now += 1;
            assertThat(port.isReady()).isTrue();
            assertThat(lengths(port.receive(frames, 16))).containsExactly(61);

            now += 5 * SECOND;
            assertThat(lengths(port.receive(frames, 16))).containsExactly(62);
        }
    }

    @Test
    void shouldStartAgainAtTheEndOfALoopWithThePauseOfItsOwn() throws IOException {
        try (PcapPort port = port(new ReplayConfig(recorded(60, 61), true, true), null)) {
            assertThat(lengths(port.receive(frames, 16))).containsExactly(60);
            now += SECOND;
            assertThat(lengths(port.receive(frames, 16))).containsExactly(61);
            assertThat(lengths(port.receive(frames, 16))).containsExactly(60);
            assertThat(port.receive(frames, 16)).isZero();
            now += SECOND;
            assertThat(lengths(port.receive(frames, 16))).containsExactly(61);
            assertThat(port.isFinished()).isFalse();
        }
    }

    @Test
    void shouldFailWithTheReasonAfterEveryWholeFrameOfACutFile() throws IOException {
        byte[] whole = Files.readAllBytes(recorded(60, 61, 62));
        Path cut = CaptureBytes.write(directory.resolve("cut"), Arrays.copyOf(whole, whole.length - 1));
        try (PcapPort port = port(ReplayConfig.of(cut), null)) {
            assertThat(lengths(port.receive(frames, 16))).containsExactly(60, 61);

            assertThat(port.status().isFailed()).isTrue();
            assertThat(port.status().reason())
                    .contains(cut.toString(), "at byte", "a record of 78 bytes is cut after 77");
            assertThat(port.receive(frames, 16)).isZero();
        }
    }

    @Test
    void shouldRefuseAFileThatIsNoCapture() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "not a capture");

        assertThatThrownBy(() -> port(ReplayConfig.of(text), CaptureConfig.of(directory.resolve("unmade"))))
                .isInstanceOf(CaptureFormatException.class);
        assertThat(directory.resolve("unmade")).doesNotExist();
    }

    @Test
    void shouldCountFramesThatItCannotDeliverWhole() throws IOException {
        Path file = CaptureBytes.littleEndian()
                .pcapHeader(PcapLayout.MAGIC_NANOSECONDS, 0)
                .pcapRecord(0, 0, new byte[100_000])
                .u32(0, 0, 4, 60)
                .bytes(new byte[4])
                .pcapRecord(0, 0, new byte[70_000])
                .in(directory);
        try (PcapPort port = port(ReplayConfig.of(file), null)) {
            assertThat(lengths(port.receive(frames, 16))).containsExactly(70_000);

            assertThat(counters.drops(DropReason.OVER_LONG)).isEqualTo(1);
            assertThat(counters.drops(DropReason.CUT_IN_CAPTURE)).isEqualTo(1);
        }
    }

    @Test
    void shouldWaitWithAFrameThatFindsThePoolDry() throws IOException {
        int[] ten = new int[10];
        Arrays.fill(ten, 60);
        try (PcapPort port = port(ReplayConfig.of(recorded(ten)), null)) {
            int taken = port.receive(frames, 16);
            assertThat(taken).isEqualTo(8);
            slots.cache.free(frames, 0, taken);

            assertThat(lengths(port.receive(frames, 16))).containsExactly(60, 60);
            assertThat(counters.totalDrops()).isZero();
        }
    }

    @Test
    void shouldCaptureWhatItIsGivenWithTagsInTheirPlace() throws IOException {
        Path file = directory.resolve("captured");
        try (PcapPort port = port(null, CaptureConfig.of(file))) {
            frames[0] = slots.frame(HexFormat.of().parseHex("aaaaaaaaaaaabbbbbbbbbbbb0800c0ffee"));
            frames[1] =
                    Descriptor.withTag(slots.frame(HexFormat.of().parseHex("aaaaaaaaaaaabbbbbbbbbbbb0800beef")), 100);

            assertThat(port.transmit(frames, 2)).isEqualTo(2);
            assertThat(port.receive(frames, 16)).isZero();
            assertThat(port.isFinished()).isFalse();
        }

        assertThat(ReadFrame.readAll(file).frames())
                .containsExactly(
                        new ReadFrame(100 * SECOND, 0, 17, "aaaaaaaaaaaabbbbbbbbbbbb0800c0ffee"),
                        new ReadFrame(100 * SECOND, 0, 20, "aaaaaaaaaaaabbbbbbbbbbbb810000640800beef"));
    }

    @Test
    void shouldShowCapturedFramesWithinASecond() throws IOException {
        Path file = directory.resolve("captured");
        try (PcapPort port = port(null, CaptureConfig.of(file))) {
            frames[0] = slots.frame(new byte[60]);
            port.transmit(frames, 1);
            port.receive(frames, 16);
            assertThat(ReadFrame.readAll(file).frames()).isEmpty();

            now += SECOND;
            port.receive(frames, 16);

            assertThat(ReadFrame.readAll(file).frames()).hasSize(1);
        }
    }

    @Test
    void shouldFailWithTheReasonAndTakeNoMoreFramesWhenTheDiskIsFull() {
        CaptureConfig config = CaptureConfig.of(directory.resolve("captured"));
        List<CaptureInterface> one = List.of(new CaptureInterface("vm1", ""));
        CaptureWriter writer = new CaptureWriter(new SmallDisk(5000), CaptureFormat.PCAPNG, "test", one);
        try (PcapPort port = new PcapPort("vm1", null, new Capture(config, writer, () -> now))) {
            port.open(new PortContext(slots.memory, slots.cache, counters, Wakeup.none(), 1514));
            transmit(port, 100);
            assertThat(port.status()).isEqualTo(PortStatus.UP);

            now += SECOND;
            transmit(port, 1);

            assertThat(port.status().isFailed()).isTrue();
            assertThat(port.status().reason()).endsWith("captured stopped after 47 frames: No space left on device");
            frames[0] = slots.frame(new byte[60]);
            assertThat(port.transmit(frames, 1)).isZero();
            slots.cache.free(frames[0]);
        }
    }

    @Test
    void shouldRefuseWhateverItsWorkerWouldHaveToWaitFor() {
        assertThatThrownBy(() -> port(ReplayConfig.of(directory), null)).hasMessageContaining("is not a regular file");
        assertThatThrownBy(() -> port(ReplayConfig.of(recorded(60)), CaptureConfig.of(directory)))
                .hasMessageContaining("is not a regular file");
    }

    @Test
    void shouldFreeWhatItIsGivenWithoutACaptureFile() throws IOException {
        try (PcapPort port = port(ReplayConfig.of(recorded(60)), null)) {
            frames[0] = slots.frame(new byte[60]);
            frames[1] = slots.frame(new byte[9000]);

            assertThat(port.transmit(frames, 2)).isEqualTo(2);
        }
    }

    private void transmit(PcapPort port, int count) {
        for (int i = 0; i < count; i++) {
            frames[0] = slots.frame(new byte[60]);
            assertThat(port.transmit(frames, 1)).isEqualTo(1);
        }
    }

    private PcapPort port(@Nullable ReplayConfig replayed, @Nullable CaptureConfig captured) throws IOException {
        PcapPort port = PcapPort.create("vm1", replayed, captured, () -> now);
        port.open(new PortContext(slots.memory, slots.cache, counters, Wakeup.none(), 1514));
        return port;
    }

    /** A file of frames of these lengths, a second apart. */
    private Path recorded(int... lengths) {
        CaptureBytes file = CaptureBytes.littleEndian().pcapHeader(PcapLayout.MAGIC_NANOSECONDS, 0);
        for (int i = 0; i < lengths.length; i++) {
            file.pcapRecord(i, 0, new byte[lengths[i]]);
        }
        return file.in(directory);
    }

    private List<Integer> lengths(int count) {
        return slots.bytesAndFree(frames, count).stream().map(f -> f.length).toList();
    }
}
