package io.isolane.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class EntryTest {
    @Property
    void shouldReadBackEachPart(
            @ForAll @IntRange(max = Entry.PORT_MASK) int port,
            @ForAll @IntRange(max = Entry.GENERATION_MASK) int generation,
            @ForAll int stamp,
            @ForAll boolean isStatic,
            @ForAll long before) {
        long value = Entry.live(before, port, generation, stamp, isStatic ? Entry.STATIC : 0);
        assertThat(Entry.isLive(value)).isTrue();
        assertThat(Entry.isStatic(value)).isEqualTo(isStatic);
        assertThat(Entry.port(value)).isEqualTo(port);
        assertThat(Entry.generation(value)).isEqualTo(generation);
        assertThat(stamp - Entry.stamp(value)).isBetween(0, 255);
    }

    @Property
    void shouldChangeTheStampAlone(@ForAll long value, @ForAll int stamp) {
        long stamped = Entry.withStamp(value, stamp);
        assertThat(stamp - Entry.stamp(stamped)).isBetween(0, 255);
        assertThat(Entry.withStamp(stamped, Entry.stamp(value))).isEqualTo(value);
    }

    @Property
    void shouldBeFreeInTheNextVersionAndKeepItWhenLive(@ForAll long value) {
        long free = Entry.nextVersion(value);
        assertThat(Entry.isLive(free)).isFalse();
        assertThat(Entry.live(free, 3, 4, 5, 0)).isNotEqualTo(Entry.live(value, 3, 4, 5, 0));
        assertThat(Entry.nextVersion(Entry.live(free, 3, 4, 5, 0))).isEqualTo(Entry.nextVersion(free));
    }
}
