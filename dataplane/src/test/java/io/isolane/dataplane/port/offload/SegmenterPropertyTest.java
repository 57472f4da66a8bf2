package io.isolane.dataplane.port.offload;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.Slots;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class SegmenterPropertyTest {
    private static final byte CANARY = (byte) 0xc5;
    private static final int POOL_LINKS = 200;

    @Provide
    Arbitrary<LinuxSegments> superFrames() {
        return Arbitraries.of(LinuxSegments.all().stream()
                .filter(c -> c.finished().size() > 1)
                .toList());
    }

    @Property(tries = 500)
    void shouldKeepEveryByteOfThePayloadInOrder(
            @ForAll("superFrames") LinuxSegments source,
            @ForAll @IntRange(min = 30, max = 2000) int size,
            @ForAll @IntRange(min = 1, max = 6000) int payload,
            @ForAll long seed) {
        try (Slots slots = new Slots()) {
            int headerLength = headerLength(source, slots);
            byte[] frame = Arrays.copyOf(source.frame(), headerLength + payload);
            byte[] data = new byte[payload];
            new Random(seed).nextBytes(data);
            System.arraycopy(data, 0, frame, headerLength, payload);
            long descriptor = slots.offloaded(withSize(source.virtioHeader(), size), frame);
            long[] out = new long[Slots.SMALL];

            int made = new Segmenter(slots.memory).segment(slots.cache, descriptor, out, out.length);

            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            List<byte[]> segments = slots.bytesAndFree(out, made);
            segments.forEach(s -> joined.write(s, headerLength, s.length - headerLength));
            assertThat(joined.toByteArray()).isEqualTo(data);
            assertThat(segments).hasSize((payload + size - 1) / size);
        }
    }

    @Property(tries = 20_000)
    void shouldTouchNothingButItsSlotsWhateverAGuestWrites(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] frame = hostileFrame(random);
        byte[] header = hostileHeader(random, frame.length);
        try (Slots slots = new Slots(32, 4)) {
            fillWithCanaries(slots);
            long descriptor = slots.offloaded(header, frame);
            long[] out = new long[16];

            int made = new Segmenter(slots.memory).segment(slots.cache, descriptor, out, out.length);

            if (made < 0) {
                assertThat(slots.bytes(descriptor)).isEqualTo(frame);
                assertCanaries(slots, descriptor);
                slots.cache.free(descriptor);
                return;
            }
            for (int i = 0; i < made; i++) {
                assertThat(slots.memory.contains(out[i])).isTrue();
                assertThat(slots.bytes(out[i])).startsWith(Arrays.copyOf(frame, 14));
                assertCanaries(slots, out[i]);
            }
            slots.cache.free(out, 0, made);
        }
    }

    private static int headerLength(LinuxSegments source, Slots slots) {
        OffloadRequest request = new OffloadRequest();
        long frame = slots.offloaded(source.virtioHeader(), source.frame());
        request.read(slots.memory.virtioHeaderAddress(frame), slots.memory.frameAddress(frame), source.frame().length);
        slots.cache.free(frame);
        return request.headerLength();
    }

    private static byte[] withSize(byte[] header, int size) {
        byte[] changed = header.clone();
        changed[VirtioNetHeader.GSO_SIZE] = (byte) size;
        changed[VirtioNetHeader.GSO_SIZE + 1] = (byte) (size >>> 8);
        return changed;
    }

    /** A sound frame of some kind, or noise, with some bytes changed and cut at some place behind the Ethernet header. */
    private static byte[] hostileFrame(Random random) {
        List<LinuxSegments> all = LinuxSegments.all();
        byte[] frame = all.get(random.nextInt(all.size())).frame();
        if (random.nextInt(8) == 0) {
            random.nextBytes(frame);
        }
        for (int changes = random.nextInt(6); changes > 0; changes--) {
            frame[12 + random.nextInt(Math.min(70, frame.length - 12))] = (byte) random.nextInt();
        }
        return Arrays.copyOf(frame, random.nextBoolean() ? frame.length : 14 + random.nextInt(frame.length - 14));
    }

    private static byte[] hostileHeader(Random random, int length) {
        byte[] header = new byte[VirtioNetHeader.LENGTH];
        random.nextBytes(header);
        header[VirtioNetHeader.FLAGS] = (byte) random.nextInt(4);
        header[VirtioNetHeader.GSO_TYPE] = (byte) random.nextInt(7);
        if (random.nextInt(4) > 0) {
            header[VirtioNetHeader.GSO_SIZE + 1] = (byte) random.nextInt(2);
            int start = random.nextBoolean() ? 34 + 4 * random.nextInt(8) : random.nextInt(length + 2);
            header[VirtioNetHeader.CHECKSUM_START] = (byte) start;
            header[VirtioNetHeader.CHECKSUM_START + 1] = (byte) (start >>> 8);
            header[VirtioNetHeader.CHECKSUM_OFFSET] = (byte) (random.nextBoolean() ? 6 : 16);
            header[VirtioNetHeader.CHECKSUM_OFFSET + 1] = 0;
        }
        return header;
    }

    private static void fillWithCanaries(Slots slots) {
        long[] all = new long[32];
        for (int i = 0; i < all.length; i++) {
            all[i] = slots.cache.allocate(60);
            RawMemory.fill(slots.memory.frameAddress(all[i]), slots.memory.capacity(all[i]), CANARY);
        }
        slots.cache.free(all, 0, all.length);
    }

    /** What lies behind a frame, and behind the links that the pool keeps in free slots, is as it was. */
    private static void assertCanaries(Slots slots, long descriptor) {
        long address = slots.memory.frameAddress(descriptor);
        for (int i = Math.max(POOL_LINKS, Descriptor.length(descriptor)); i < slots.memory.capacity(descriptor); i++) {
            if (RawMemory.getByte(address + i) != CANARY) {
                throw new AssertionError(
                        "byte " + i + " behind a frame of " + Descriptor.length(descriptor) + " was written");
            }
        }
    }
}
