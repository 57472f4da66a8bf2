package io.isolane.tools.bench.rig;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Frames of one guest's conversations in one direction; addresses and lengths take turns. Confined to its thread; allocates nothing.
 */
final class Flow {
    /** Frames that are sent at a time. */
    static final int BURST = 64;

    /** Where a frame's mark is: behind the header. */
    private static final int MARK = EthernetLayout.HEADER_LENGTH;

    private final VirtualNic nic;
    private final int addressee;
    private final int[] lengths;
    private final long[] heads;
    private final int[] tails;
    private final long tag;
    private final @Nullable Originals originals;
    private final @Nullable Openings openings;
    private final long[] burst = new long[BURST];
    private int nextAddress;
    private int nextLength;

    /**
     * A flow that leaves by {@code nic}.
     *
     * @param addressee the port that its frames are for
     * @param scenario how long the frames are, what they carry, and whether each is copied whole from one that was made before
     * @param vid VLAN that travels beside the frames, or 0
     */
    Flow(VirtualNic nic, int addressee, Scenario scenario, long[] destinations, long[] sources, int vid) {
        FrameLengths frames = scenario.frames();
        this.nic = nic;
        this.addressee = addressee;
        this.lengths = IntStream.range(0, frames.count()).map(frames::at).toArray();
        this.tag = vid == 0 ? 0 : Descriptor.withTag(0, vid);
        this.heads = new long[sources.length];
        this.tails = new int[sources.length];
        for (int i = 0; i < sources.length; i++) {
            heads[i] = Long.reverseBytes(destinations[i] << 16 | sources[i] >>> 32);
            tails[i] = Integer.reverseBytes((int) sources[i]);
        }
        this.openings = scenario.packets() == Packets.UNWRITTEN
                ? null
                : new Openings(scenario.packets(), frames.shortest(), destinations, sources);
        this.originals = scenario.copied() ? originals(frames.longest()) : null;
    }

    int addressee() {
        return addressee;
    }

    /** Sends one burst and returns the frames that the port took. */
    int send() {
        int made = 0;
        int pair = nextAddress;
        int turn = nextLength;
        for (; made < BURST; made++) {
            int length = lengths[turn];
            long frame = nic.allocate(length);
            if (frame == Descriptor.NONE) {
                break;
            }
            write(pair, nic.address(frame), length);
            burst[made] = frame | tag;
            pair = next(pair, heads.length);
            turn = next(turn, lengths.length);
        }
        nextAddress = pair;
        nextLength = turn;
        int sent = nic.send(burst, 0, made);
        for (int i = sent; i < made; i++) {
            nic.discard(burst[i]);
        }
        return sent;
    }

    /** Sends one frame with a mark in it; false if there is no slot or no room for it now, and then nothing was sent. */
    boolean send(long mark) {
        int length = lengths[nextLength];
        long frame = nic.allocate(length);
        if (frame == Descriptor.NONE) {
            return false;
        }
        long address = nic.address(frame);
        write(nextAddress, address, length);
        nextAddress = next(nextAddress, heads.length);
        nextLength = next(nextLength, lengths.length);
        RawMemory.putLong(address + MARK, mark);
        boolean isSent = nic.send(frame | tag);
        if (!isSent) {
            nic.discard(frame);
        }
        return isSent;
    }

    /** The mark of the frame at {@code address}. */
    static long mark(long address) {
        return RawMemory.getLong(address + MARK);
    }

    private static int next(int i, int count) {
        return i + 1 == count ? 0 : i + 1;
    }

    private void write(int i, long address, int length) {
        if (originals == null) {
            writeHead(i, address);
        } else {
            originals.copy(i, address, length);
        }
    }

    private void writeHead(int i, long address) {
        if (openings == null) {
            writeHeader(i, address);
        } else {
            openings.write(i, address);
        }
    }

    private void writeHeader(int i, long address) {
        RawMemory.putLong(address, heads[i]);
        RawMemory.putInt(address + 8, tails[i]);
        RawMemory.putShortBigEndian(address + 12, (short) EtherType.IPV4);
    }

    private Originals originals(int longest) {
        Originals made = new Originals(heads.length, longest);
        for (int i = 0; i < heads.length; i++) {
            writeHead(i, made.address(i));
        }
        return made;
    }
}
