package io.isolane.dataplane.port.offload;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.Slots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SegmenterTest {
    private final Slots slots = new Slots();
    private final Segmenter segmenter = new Segmenter(slots.memory);
    private final long[] out = new long[256];

    @AfterEach
    void poolIsWhole() {
        slots.close();
    }

    @Test
    void shouldCarryTheTagBesideTheFrameToEverySegment() {
        long frame = Descriptor.withTag(superFrame("tcp4"), 0xa064) | Descriptor.INNER_TAG;

        int made = segmenter.segment(slots.cache, frame, out, out.length);

        assertThat(made).isEqualTo(4);
        for (int i = 0; i < made; i++) {
            assertThat(Descriptor.tci(out[i])).isEqualTo(0xa064);
            assertThat(Descriptor.isTagged(out[i])).isTrue();
            assertThat(Descriptor.hasInnerTag(out[i])).isTrue();
            assertThat(Descriptor.isOffload(out[i])).isFalse();
        }
        slots.cache.free(out, 0, made);
    }

    @Test
    void shouldLeaveRoomForATagWhereTheSuperFrameHasSome() {
        LinuxSegments expected = LinuxSegments.named("udp4");
        long frame = slots.cache.allocate(expected.frame().length) | Descriptor.OFFLOAD | Descriptor.SHIFTED;
        RawMemory.put(slots.memory.frameAddress(frame), expected.frame());
        RawMemory.put(slots.memory.virtioHeaderAddress(frame), expected.virtioHeader());

        int made = segmenter.segment(slots.cache, frame, out, out.length);

        assertThat(out)
                .startsWith(out[0])
                .satisfies(all -> assertThat(Descriptor.isShifted(all[0])).isTrue());
        assertThat(slots.bytesAndFree(out, made).getLast())
                .isEqualTo(expected.finished().getLast());
    }

    @Test
    void shouldFinishAChecksumInPlaceForASoleOwner() {
        long frame = superFrame("checksum-udp4");

        int made = segmenter.segment(slots.cache, frame, out, out.length);

        assertThat(made).isEqualTo(1);
        assertThat(out[0]).isEqualTo(frame & ~Descriptor.OFFLOAD);
        slots.cache.free(out[0]);
    }

    @Test
    void shouldPassOnAFrameWithNothingPendingAsItIs() {
        LinuxSegments any = LinuxSegments.named("tcp4");
        long frame = slots.offloaded(new byte[VirtioNetHeader.LENGTH], any.frame());

        int made = segmenter.segment(slots.cache, frame, out, out.length);

        assertThat(slots.bytesAndFree(out, made)).singleElement().isEqualTo(any.frame());
    }

    @Test
    void shouldCutAFullSuperFrameOf64KiB() {
        long frame = large(1448);

        int made = segmenter.segment(slots.cache, frame, out, out.length);

        assertThat(made).isEqualTo(45);
        assertThat(segmenter.shortfall()).isZero();
        slots.cache.free(out, 0, made);
    }

    @Test
    void shouldRefuseMoreSegmentsThanThereIsRoomForBeforeTakingASlot() {
        long frame = large(1);

        int made = segmenter.segment(slots.cache, frame, out, out.length);

        assertThat(OffloadFault.of(made)).isEqualTo(OffloadFault.TOO_MANY_SEGMENTS);
        slots.cache.free(frame);
    }

    @Test
    void shouldSayHowManySegmentsADryPoolCost() {
        try (Slots few = new Slots(10, 1)) {
            Segmenter dry = new Segmenter(few.memory);
            long frame = large(few, 1448);

            int made = dry.segment(few.cache, frame, out, out.length);

            assertThat(made).isEqualTo(10);
            assertThat(dry.shortfall()).isEqualTo(35);
            few.cache.free(out, 0, made);
        }
    }

    @Test
    void shouldGiveUpItsShareOfAFrameThatADryPoolCannotCopy() {
        try (Slots one = new Slots(1, 1)) {
            Segmenter dry = new Segmenter(one.memory);
            LinuxSegments any = LinuxSegments.named("checksum-tcp4");
            long frame = one.offloaded(any.virtioHeader(), any.frame()) | Descriptor.SHARED;
            one.memory.share(frame, 1);

            assertThat(dry.segment(one.cache, frame, out, out.length)).isZero();
            assertThat(dry.shortfall()).isEqualTo(1);
        }
    }

    @Test
    void shouldAnswerTheFramesOwnLengthWhereNothingIsCut() {
        long refused = superFrame("tcp4");
        VirtioNetHeader.write(slots.memory.virtioHeaderAddress(refused), 1, VirtioNetHeader.GSO_UDP, 0, 200, 34, 16);
        long plain = slots.cache.allocate(60);

        assertThat(segmenter.segmentLength(refused)).isEqualTo(Descriptor.length(refused));
        assertThat(segmenter.segmentLength(plain)).isEqualTo(60);

        slots.cache.free(refused);
        slots.cache.free(plain);
    }

    private long superFrame(String name) {
        LinuxSegments found = LinuxSegments.named(name);
        return slots.offloaded(found.virtioHeader(), found.frame());
    }

    private long large(int size) {
        return large(slots, size);
    }

    private static long large(Slots slots, int size) {
        byte[] headers = LinuxSegments.named("tcp4-exact").frame();
        long frame = slots.cache.allocate(65_000) | Descriptor.OFFLOAD;
        long address = slots.memory.frameAddress(frame);
        RawMemory.fill(address, 65_000, (byte) 0x5a);
        for (int i = 0; i < 54; i++) {
            RawMemory.putByte(address + i, headers[i]);
        }
        VirtioNetHeader.write(slots.memory.virtioHeaderAddress(frame), 1, VirtioNetHeader.GSO_TCPV4, 54, size, 34, 16);
        return frame;
    }
}
