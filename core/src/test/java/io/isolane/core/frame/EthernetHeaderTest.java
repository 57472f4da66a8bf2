package io.isolane.core.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.HexFormat;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;

final class EthernetHeaderTest {
    private static final Arena ARENA = Arena.ofShared();
    /** Four bytes past a multiple of eight, as in a slot. */
    private static final long FRAME = ARENA.allocate(64, 64).address() + 4;

    @AfterContainer
    static void free() {
        ARENA.close();
    }

    @Property
    void shouldReadBackTheHeader(
            @ForAll @LongRange(min = 0, max = MacAddress.MASK) long destination,
            @ForAll @LongRange(min = 0, max = MacAddress.MASK) long source,
            @ForAll @IntRange(max = 0xffff) int etherType) {
        EthernetHeader.write(FRAME, destination, source, etherType);
        assertThat(EthernetHeader.destination(FRAME)).isEqualTo(destination);
        assertThat(EthernetHeader.source(FRAME)).isEqualTo(source);
        assertThat(EthernetHeader.etherType(FRAME)).isEqualTo(etherType);
    }

    @Example
    void shouldWriteTheBytesOfTheWireAndNoMore() {
        RawMemory.fill(FRAME - 4, 32, (byte) 0xee);
        EthernetHeader.write(FRAME, 0x0102_0304_0506L, 0xf1f2_f3f4_f5f6L, EtherType.IPV6);
        assertThat(RawMemory.get(FRAME - 4, 22))
                .isEqualTo(HexFormat.of().parseHex("eeeeeeee" + "010203040506" + "f1f2f3f4f5f6" + "86dd" + "eeeeeeee"));
    }

    @Property
    void shouldReadBackATag(
            @ForAll @IntRange(max = 0xffff) int tpid,
            @ForAll @IntRange(max = 0xffff) int tci,
            @ForAll @LongRange(min = 0, max = MacAddress.MASK) long mac) {
        EthernetHeader.write(FRAME, mac, mac, EtherType.IPV4);
        EthernetHeader.writeTag(FRAME + EthernetLayout.ADDRESSES_LENGTH, tpid, tci);
        assertThat(EthernetHeader.etherType(FRAME)).isEqualTo(tpid);
        assertThat(EthernetHeader.tci(FRAME)).isEqualTo(tci);
        assertThat(EthernetHeader.source(FRAME)).isEqualTo(mac);
    }
}
