package io.isolane.tools.bench.tester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.pcap.CaptureDirection;
import io.isolane.dataplane.port.pcap.CaptureInterface;
import io.isolane.dataplane.port.pcap.CaptureWriter;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.bench.trial.Stream;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFrameTest {
    private static final Stream STREAM =
            Stream.of(2, 5, new AddressRange(0x02_00_00_00_01_00L, 2), new AddressRange(0x02_00_00_00_02_00L, 3));

    private final FramePool pool = new FramePool(FrameMemory.allocate(Arena.ofAuto(), 256, 0));
    private final FrameCache cache = pool.newCache();

    @TempDir
    Path folder;

    @Test
    void shouldBeWhatAnotherProgramTakesForAValidUdpPacket() throws IOException, InterruptedException {
        assumeTrue(isInstalled("tcpdump"), "tcpdump is not installed (Debian, Ubuntu: apt install tcpdump)");
        Path capture = folder.resolve("frames.pcapng");
        StreamSource source = new StreamSource(7, 1, STREAM, FrameMix.IMIX, 1500);
        try (CaptureWriter writer = CaptureWriter.create(capture, "test", List.of(new CaptureInterface("p2", "")))) {
            for (int i = 0; i < 48; i++) {
                long frame = source.make(pool.memory(), cache, 1_000L * i);
                writer.write(
                        0, i, CaptureDirection.INBOUND, pool.memory().frameAddress(frame), Descriptor.length(frame));
            }
        }

        String printed = print("tcpdump", "-enn", "-vvv", "-r", capture.toString());

        assertThat(printed)
                .contains("02:00:00:00:01:00 > 02:00:00:00:02:00, ethertype IPv4 (0x0800), length 60")
                .contains("02:00:00:00:01:01 > 02:00:00:00:02:01")
                .contains("02:00:00:00:01:00 > 02:00:00:00:02:02")
                .contains("ttl 10, id 0, offset 0, flags [none], proto UDP (17), length 46)")
                .contains("198.18.2.9.49184 > 198.19.5.9.7: [no cksum] UDP, length 18")
                .contains("UDP, length 524")
                .contains("UDP, length 1472")
                .doesNotContain("bad cksum")
                .doesNotContain("truncated");
        assertThat(printed.lines().filter(line -> line.contains("[no cksum] UDP")))
                .hasSize(48);
    }

    @Property(tries = 200)
    void shouldHaveAHeaderChecksumThatSumsUpWhateverItsLengthAndPorts(
            @ForAll @IntRange(min = 60, max = 9000) int length,
            @ForAll @IntRange(max = 255) int from,
            @ForAll @IntRange(max = 255) int to,
            @ForAll @IntRange(max = 65_535) int stream) {
        try (Arena arena = Arena.ofConfined()) {
            long address = arena.allocate(64, 8).address();
            TestFrame.writeHeaders(address, length, stream, from, to);
            int sum = 0;
            for (int i = 14; i < 34; i += 2) {
                sum += RawMemory.getShortBigEndian(address + i) & 0xffff;
            }

            assertThat((sum & 0xffff) + (sum >>> 16)).isEqualTo(0xffff);
        }
    }

    @Test
    void shouldReadBackWhatItsStampSaysAndNothingAfterAnyBitWasTurned() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(Stamp.LENGTH, 8);
            long address = bytes.address();
            Stamp.write(address, -5, 65_534, Stamp.MAX_SEQUENCE, Long.MIN_VALUE + 3);

            assertThat(Stamp.stream(address)).isEqualTo(65_534);
            assertThat(Stamp.sequence(address)).isEqualTo(Stamp.MAX_SEQUENCE);
            assertThat(Stamp.intended(address)).isEqualTo(Long.MIN_VALUE + 3);
            assertThat(Stamp.isOf(-5, address)).isTrue();
            assertThat(Stamp.isOf(-4, address)).isFalse();
            for (int bit = 0; bit < 8 * Stamp.LENGTH; bit++) {
                turn(address, bit);
                assertThat(Stamp.isOf(-5, address)).isFalse();
                turn(address, bit);
            }
        }
    }

    private static void turn(long address, int bit) {
        long at = address + bit / 8;
        RawMemory.putByte(at, (byte) (RawMemory.getByte(at) ^ 1 << bit % 8));
    }

    private static String print(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return printed;
    }

    private static boolean isInstalled(String program) {
        return java.util.stream.Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
