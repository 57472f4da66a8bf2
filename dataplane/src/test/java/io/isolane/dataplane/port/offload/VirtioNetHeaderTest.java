package io.isolane.dataplane.port.offload;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class VirtioNetHeaderTest {
    @Test
    void shouldLieInMemoryAsTheKernelLaysItOut() {
        try (Arena arena = Arena.ofConfined()) {
            long header = arena.allocate(VirtioNetHeader.LENGTH, 2).address();

            VirtioNetHeader.write(
                    header,
                    VirtioNetHeader.NEEDS_CHECKSUM,
                    VirtioNetHeader.GSO_TCPV4 | VirtioNetHeader.GSO_ECN,
                    66,
                    1448,
                    34,
                    16);

            assertThat(HexFormat.of().formatHex(RawMemory.get(header, VirtioNetHeader.LENGTH)))
                    .isEqualTo("0181" + "4200" + "a805" + "2200" + "1000" + "0100");
            assertThat(VirtioNetHeader.gsoType(header)).isEqualTo(VirtioNetHeader.GSO_TCPV4);
            assertThat(VirtioNetHeader.needsChecksum(header)).isTrue();
            assertThat(VirtioNetHeader.headerLength(header)).isEqualTo(66);
            assertThat(VirtioNetHeader.gsoSize(header)).isEqualTo(1448);
            assertThat(VirtioNetHeader.checksumOffset(header)).isEqualTo(16);
        }
    }

    @Test
    void shouldFollowATagIntoTheBytesAndOutAgain() {
        try (Arena arena = Arena.ofConfined()) {
            long header = arena.allocate(VirtioNetHeader.LENGTH, 2).address();
            VirtioNetHeader.write(header, 1, VirtioNetHeader.GSO_TCPV4, 66, 1448, 34, 16);

            VirtioNetHeader.moveChecksum(header, 4);
            assertThat(VirtioNetHeader.checksumStart(header)).isEqualTo(38);
            assertThat(VirtioNetHeader.headerLength(header)).isEqualTo(70);

            VirtioNetHeader.moveChecksum(header, -4);
            assertThat(VirtioNetHeader.checksumStart(header)).isEqualTo(34);
        }
    }
}
