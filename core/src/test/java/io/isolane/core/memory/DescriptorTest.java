package io.isolane.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class DescriptorTest {
    private static final int MAX_UNIT = (1 << 26) - 1;
    private static final long FLAGS =
            Descriptor.TAGGED | Descriptor.SHIFTED | Descriptor.SHARED | Descriptor.OFFLOAD | Descriptor.INNER_TAG;

    @Property
    void shouldCarryUnitAndLengthAndNothingElse(
            @ForAll @IntRange(max = MAX_UNIT) int unit, @ForAll @IntRange(max = Descriptor.LENGTH_MASK) int length) {
        long descriptor = Descriptor.of(unit, length);
        assertThat(Descriptor.unit(descriptor)).isEqualTo(unit);
        assertThat(Descriptor.length(descriptor)).isEqualTo(length);
        assertThat(Descriptor.tci(descriptor)).isZero();
        assertThat(descriptor & FLAGS).isZero();
    }

    @Property
    void shouldChangeTheLengthAlone(
            @ForAll long descriptor, @ForAll @IntRange(max = Descriptor.LENGTH_MASK) int length) {
        long changed = Descriptor.withLength(descriptor, length);
        assertThat(Descriptor.length(changed)).isEqualTo(length);
        assertThat(Descriptor.withLength(changed, Descriptor.length(descriptor)))
                .isEqualTo(descriptor);
    }

    @Property
    void shouldChangeTheTagAlone(@ForAll long descriptor, @ForAll @IntRange(max = 0xffff) int tci) {
        long tagged = Descriptor.withTag(descriptor, tci);
        assertThat(Descriptor.isTagged(tagged)).isTrue();
        assertThat(Descriptor.tci(tagged)).isEqualTo(tci);
        assertThat(Descriptor.withoutTag(tagged)).isEqualTo(Descriptor.withoutTag(descriptor));
        assertThat(Descriptor.isTagged(Descriptor.withoutTag(tagged))).isFalse();
        assertThat(Descriptor.tci(Descriptor.withoutTag(tagged))).isZero();
    }

    @Property
    void shouldCarryEachFlagByItself(@ForAll long descriptor) {
        assertThat(Descriptor.isTagged(descriptor)).isEqualTo((descriptor & Descriptor.TAGGED) != 0);
        assertThat(Descriptor.isShifted(descriptor)).isEqualTo((descriptor & Descriptor.SHIFTED) != 0);
        assertThat(Descriptor.isShared(descriptor)).isEqualTo((descriptor & Descriptor.SHARED) != 0);
        assertThat(Descriptor.isOffload(descriptor)).isEqualTo((descriptor & Descriptor.OFFLOAD) != 0);
        assertThat(Descriptor.hasInnerTag(descriptor)).isEqualTo((descriptor & Descriptor.INNER_TAG) != 0);
        assertThat(Long.bitCount(FLAGS)).isEqualTo(5);
    }

    @Property
    void shouldNotMoveTheFrameForAnythingButShifted(
            @ForAll @IntRange(max = MAX_UNIT) int unit, @ForAll long flags, @ForAll @IntRange(max = 0xffff) int tci) {
        long plain = Descriptor.of(unit, 60);
        long decorated = Descriptor.withTag(plain | (flags & FLAGS & ~Descriptor.SHIFTED), tci);
        long offset = (long) unit * FrameLayout.UNIT + FrameLayout.FRAME;
        assertThat(Descriptor.frameOffset(decorated)).isEqualTo(offset);
        assertThat(Descriptor.frameOffset(decorated | Descriptor.SHIFTED)).isEqualTo(offset + 4);
        assertThat(Descriptor.unit(decorated)).isEqualTo(unit);
        assertThat(Descriptor.length(decorated)).isEqualTo(60);
    }
}
