package io.isolane.tools.bench.tester;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.frame.TagControl;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.RawMemory;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Defect;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.bench.trial.Stream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Writes the frames of one stream, one after the other, from headers written before. Confined to its thread; allocates nothing. */
final class StreamSource {
    private static final long GROUP_BIT = 1L << 40;
    private static final int HEADER = 64;

    /** Streams begin at different places of a mix, so that they do not all send their longest frames at once. */
    private static final int STAGGER = 17;

    private final int index;
    private final int trial;
    private final Stream stream;
    private final long tag;
    private final int[] lengths;
    private final int[] headerOf;
    private final MemorySegment headers;
    private int turn;
    private int nextSource;
    private int nextDestination;
    private long sequence;

    /**
     * A source of frames.
     *
     * @param index of the stream in the trial
     * @param mtu of the ports, which {@link Defect#OVERSIZE} passes by one byte
     */
    StreamSource(int index, int trial, Stream stream, FrameMix frames, int mtu) {
        this.index = index;
        this.trial = trial;
        this.stream = stream;
        this.tag = tag(stream);
        Rotation mix = Rotation.of(
                frames.parts().stream().mapToInt(FrameMix.Part::weight).toArray());
        this.lengths = new int[mix.length()];
        this.headerOf = new int[mix.length()];
        this.headers = Arena.ofAuto().allocate((long) HEADER * frames.parts().size(), HEADER);
        this.turn = index * STAGGER % lengths.length;
        for (int i = 0; i < lengths.length; i++) {
            headerOf[i] = HEADER * mix.at(i);
            lengths[i] = length(frames.parts().get(mix.at(i)).bytes() - FrameMix.FCS, mtu);
            TestFrame.writeHeaders(
                    headers.address() + headerOf[i],
                    lengths[i],
                    index,
                    stream.from(),
                    stream.to().stream().findFirst().orElse(stream.from()));
        }
    }

    Stream stream() {
        return stream;
    }

    /** Makes the next frame, due at {@code intended}; {@link Descriptor#NONE} if no slot is free, and then it is still the next. */
    long make(FrameMemory memory, FrameCache cache, long intended) {
        long frame = cache.allocate(lengths[turn]);
        if (frame == Descriptor.NONE) {
            return Descriptor.NONE;
        }
        write(memory.frameAddress(frame), intended);
        advance();
        return frame | tag;
    }

    /** Leaves out the next frame. */
    void skip() {
        advance();
    }

    private void write(long address, long intended) {
        AddressRange sources = stream.sources();
        AddressRange destinations = stream.destinations();
        long destination = destinations.first() + nextDestination;
        long source = sources.first() + nextSource;
        if (stream.defect() == Defect.NONE) {
            RawMemory.copy(headers.address() + headerOf[turn], address, TestFrame.STAMP);
            TestFrame.writeAddresses(address, destination, source);
            Stamp.write(address + TestFrame.STAMP, trial, index, sequence, intended);
        } else {
            writeDefective(address, destination, source, intended);
        }
    }

    private void writeDefective(long address, long destination, long source, long intended) {
        Defect defect = stream.defect();
        if (lengths[turn] < TestFrame.MIN_LENGTH) {
            writeShort(address, destination, source);
            return;
        }
        RawMemory.copy(headers.address() + headerOf[turn], address, TestFrame.STAMP);
        TestFrame.writeAddresses(address, destination, defect == Defect.ZERO_SOURCE ? 0 : source);
        if (defect == Defect.GROUP_SOURCE) {
            TestFrame.writeAddresses(address, destination, source | GROUP_BIT);
        }
        Stamp.write(address + TestFrame.STAMP, trial, index, sequence, intended);
    }

    /** The addresses and as much of a tag as there is room for. */
    private void writeShort(long address, long destination, long source) {
        TestFrame.writeAddresses(address, destination, source);
        RawMemory.putByte(address + EthernetLayout.ETHER_TYPE, (byte) (EtherType.CUSTOMER_TAG >>> 8));
        for (int i = EthernetLayout.ETHER_TYPE + 1; i < lengths[turn]; i++) {
            RawMemory.putByte(address + i, (byte) 0);
        }
    }

    private void advance() {
        sequence++;
        turn = turn + 1 == lengths.length ? 0 : turn + 1;
        nextSource = nextSource + 1 == stream.sources().count() ? 0 : nextSource + 1;
        nextDestination = nextDestination + 1 == stream.destinations().count() ? 0 : nextDestination + 1;
    }

    private int length(int asked, int mtu) {
        return switch (stream.defect()) {
            case RUNT -> TestFrame.RUNT_LENGTH;
            case TRUNCATED_TAG -> TestFrame.TRUNCATED_TAG_LENGTH;
            case OVERSIZE -> mtu + EthernetLayout.HEADER_LENGTH + 1;
            default -> asked;
        };
    }

    private static long tag(Stream stream) {
        if (stream.defect() == Defect.RESERVED_VID) {
            return Descriptor.withTag(0, TagControl.RESERVED_VID);
        }
        return stream.vid() == 0 ? 0 : Descriptor.withTag(0, stream.vid());
    }
}
