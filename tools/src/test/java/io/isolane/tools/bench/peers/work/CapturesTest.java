package io.isolane.tools.bench.peers.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.pcap.CaptureReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturesTest {
    private static final int MOST_BYTES = 2048;

    @TempDir
    private Path directory;

    @Test
    void shouldHaveTheStationsOfTheWorkInItsOrder() throws IOException {
        Work work = Work.named("pairs-256").orElseThrow();

        assertThat(frames(work, 0, EthernetHeader::source)).containsExactly(boxed(work.sources(0)));
        assertThat(frames(work, 0, EthernetHeader::destination)).containsExactly(boxed(work.destinations(0)));
    }

    @Test
    void shouldRepeatFewStationsUntilABurstIsFull() throws IOException {
        Work work = Work.named("pairs-2").orElseThrow();

        assertThat(frames(work, 1, EthernetHeader::source)).hasSize(256).containsOnly(boxed(work.sources(1)));
    }

    @Test
    void shouldTagWhatEntersAtATrunk() throws IOException {
        Work work = Work.named("trunk").orElseThrow();

        assertThat(frames(work, 0, frame -> RawMemory.getIntBigEndian(frame + 12)))
                .containsOnly(EtherType.CUSTOMER_TAG << 16 | Work.VLAN);
        assertThat(frames(work, 1, frame -> RawMemory.getShortBigEndian(frame + 12) & 0xFFFF))
                .containsOnly(EtherType.IPV4);
    }

    @Test
    void shouldHaveAnAddressPairForEachStationPair() throws IOException {
        Work work = Work.named("pairs-4096").orElseThrow();

        assertThat(frames(work, 0, frame -> RawMemory.getLongBigEndian(frame + 26)))
                .hasSize(4096)
                .doesNotHaveDuplicates()
                .allSatisfy(pair -> assertThat(pair >>> 32).isNotEqualTo(pair & 0xFFFF_FFFFL));
    }

    /** RFC 1071: the sum over a header with its checksum is all ones. */
    @Test
    void shouldHaveSoundIpHeaders() throws IOException {
        assertThat(frames(Work.named("pairs-2").orElseThrow(), 0, CapturesTest::ipSum))
                .containsOnly(0xFFFF);
        assertThat(frames(Work.named("long").orElseThrow(), 0, frame -> RawMemory.getShortBigEndian(frame + 16)))
                .containsOnly((short) (1500 - 14));
    }

    @Test
    void shouldWriteAFileOnce() throws IOException {
        Captures captures = new Captures(directory);
        Work work = Work.named("pairs-2").orElseThrow();
        Files.writeString(captures.of(work, 0), "kept");

        assertThat(captures.of(work, 0)).hasContent("kept");
    }

    private static int ipSum(long frame) {
        int sum = 0;
        for (int at = 14; at < 34; at += 2) {
            sum += RawMemory.getShortBigEndian(frame + at) & 0xFFFF;
        }
        return (sum & 0xFFFF) + (sum >>> 16);
    }

    private <T> List<T> frames(Work work, int port, LongFunction<T> field) throws IOException {
        List<T> fields = new ArrayList<>();
        try (Arena arena = Arena.ofConfined();
                CaptureReader reader = CaptureReader.open(new Captures(directory).of(work, port))) {
            long frame = arena.allocate(MOST_BYTES).address();
            while (reader.next()) {
                assertThat(reader.capturedLength()).isEqualTo(work.frameLength());
                reader.copyTo(frame);
                fields.add(field.apply(frame));
            }
            assertThat(reader.failure()).isNull();
        }
        return fields;
    }

    private static Long[] boxed(long[] values) {
        Long[] boxed = new Long[values.length];
        java.util.Arrays.setAll(boxed, i -> values[i]);
        return boxed;
    }
}
