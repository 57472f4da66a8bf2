package io.isolane.core.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TagControlTest {
    @Property
    void shouldReadBackEachPart(
            @ForAll @IntRange(max = 7) int pcp, @ForAll boolean dei, @ForAll @IntRange(max = 4095) int vid) {
        int tci = TagControl.of(pcp, dei, vid);
        assertThat(tci).isBetween(0, 0xffff);
        assertThat(TagControl.pcp(tci)).isEqualTo(pcp);
        assertThat(TagControl.dei(tci)).isEqualTo(dei);
        assertThat(TagControl.vid(tci)).isEqualTo(vid);
        assertThat(tci & TagControl.PRIORITY_MASK).isEqualTo(tci - vid);
    }

    @Test
    void shouldPutThePartsWhereTheStandardDrawsThem() {
        assertThat(TagControl.of(7, false, 0)).isEqualTo(0xe000);
        assertThat(TagControl.of(0, true, 0)).isEqualTo(0x1000);
        assertThat(TagControl.of(5, false, 100)).isEqualTo(0xa064);
    }

    @Test
    void shouldTakeForAVlanWhatIsNeitherPriorityNorReserved() {
        assertThat(TagControl.isVlan(0)).isFalse();
        assertThat(TagControl.isVlan(1)).isTrue();
        assertThat(TagControl.isVlan(4094)).isTrue();
        assertThat(TagControl.isVlan(4095)).isFalse();
        assertThat(TagControl.isVlan(-1)).isFalse();
    }

    @Test
    void shouldKnowTheTpidsOfTags() {
        assertThat(IntStream.of(0x8100, 0x88a8, 0x9100)).allMatch(EtherType::isTag);
        assertThat(IntStream.of(EtherType.IPV4, EtherType.ARP, EtherType.IPV6, 0x8101, 0))
                .noneMatch(EtherType::isTag);
    }
}
