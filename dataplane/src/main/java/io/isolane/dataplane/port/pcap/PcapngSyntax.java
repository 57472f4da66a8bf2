package io.isolane.dataplane.port.pcap;

import static io.isolane.dataplane.port.pcap.PcapngLayout.*;

import io.isolane.dataplane.port.pcap.CaptureFormatException.Fault;
import java.io.IOException;

/** pcapng: sections in either byte order; blocks that carry no frame are passed over. Confined to its reader. */
final class PcapngSyntax implements CaptureSyntax {

    private static final String DAMAGED = "the file is damaged here: keep what lies before it with 'editcap in out'";

    private final CaptureWindow window;
    private final PcapngInterfaces interfaces = new PcapngInterfaces();
    private long behind;
    private long lastTimestamp;

    PcapngSyntax(CaptureWindow window) {
        this.window = window;
    }

    @Override
    public boolean next(CaptureRecord record) throws IOException {
        while (true) {
            window.pass(behind, "a block");
            behind = 0;
            if (window.atEnd()) {
                return false;
            }
            if (block(record)) {
                return true;
            }
        }
    }

    /** Reads the block at hand; says whether it was a frame. */
    private boolean block(CaptureRecord record) throws IOException {
        window.require(MIN_BLOCK_LENGTH, "a block header");
        int type = window.getInt(TYPE_OFFSET);
        if (type == SECTION_HEADER) {
            section();
            return false;
        }
        long length = Integer.toUnsignedLong(window.getInt(LENGTH_OFFSET));
        switch (type) {
            case INTERFACE_DESCRIPTION -> description(whole(length, INTERFACE_OPTIONS_OFFSET + TRAILER_LENGTH));
            case SIMPLE_PACKET -> simple(record, whole(length, SIMPLE_FRAME_OFFSET + TRAILER_LENGTH));
            case ENHANCED_PACKET -> {
                int packet = whole(length, FRAME_OFFSET + TRAILER_LENGTH);
                packet(record, packet, window.getInt(PACKET_INTERFACE_OFFSET));
            }
            case OBSOLETE_PACKET -> {
                int packet = whole(length, FRAME_OFFSET + TRAILER_LENGTH);
                packet(record, packet, window.getUnsignedShort(PACKET_INTERFACE_OFFSET));
            }
            default -> skip(length);
        }
        return type == SIMPLE_PACKET || type == ENHANCED_PACKET || type == OBSOLETE_PACKET;
    }

    private void section() throws IOException {
        int magic = window.getInt(BYTE_ORDER_OFFSET);
        if (magic != BYTE_ORDER_MAGIC) {
            window.toggleByteOrder();
            if (window.getInt(BYTE_ORDER_OFFSET) != BYTE_ORDER_MAGIC) {
                throw window.fault(
                        Fault.BAD_MAGIC, "a section with byte-order magic 0x" + Integer.toHexString(magic), DAMAGED);
            }
        }
        whole(Integer.toUnsignedLong(window.getInt(LENGTH_OFFSET)), SECTION_OPTIONS_OFFSET + TRAILER_LENGTH);
        int major = window.getUnsignedShort(MAJOR_OFFSET);
        if (major != MAJOR) {
            throw window.fault(
                    Fault.UNKNOWN_VERSION,
                    "a section of version " + major + ", not 1",
                    "re-save it with 'editcap in out'");
        }
        interfaces.clear();
    }

    private void description(int length) throws IOException {
        PcapSyntax.checkLinkType(window, window.getUnsignedShort(LINK_TYPE_OFFSET));
        int resolution = MICROSECONDS;
        long secondsLater = 0;
        int end = length - TRAILER_LENGTH;
        int option = INTERFACE_OPTIONS_OFFSET;
        while (option + OPTION_HEADER_LENGTH <= end && window.getUnsignedShort(option) != OPTION_END) {
            int size = window.getUnsignedShort(option + 2);
            int value = option + OPTION_HEADER_LENGTH;
            option = value + padded(size);
            checkOption(option, end);
            switch (window.getUnsignedShort(value - OPTION_HEADER_LENGTH)) {
                case INTERFACE_TIME_RESOLUTION -> resolution = size == 1 ? window.getUnsignedByte(value) : resolution;
                case INTERFACE_TIME_OFFSET -> secondsLater = size == Long.BYTES ? window.getLong(value) : secondsLater;
                default -> {}
            }
        }
        interfaces.add(PcapSyntax.limit(window.getInt(SNAPLEN_OFFSET)), resolution, secondsLater);
    }

    private void packet(CaptureRecord record, int length, int interfaceIndex) throws IOException {
        checkInterface(interfaceIndex);
        int captured = window.getInt(CAPTURED_OFFSET);
        PcapSyntax.checkCaptured(window, captured, interfaces.limit(interfaceIndex));
        checkFits(captured, length - FRAME_OFFSET - TRAILER_LENGTH);
        long ticks = ((long) window.getInt(TIME_HIGH_OFFSET) << Integer.SIZE)
                | Integer.toUnsignedLong(window.getInt(TIME_LOW_OFFSET));
        lastTimestamp = interfaces.toNanos(interfaceIndex, ticks);
        fill(record, interfaceIndex, FRAME_OFFSET, captured, window.getInt(ORIGINAL_OFFSET));
    }

    /** A simple packet has no time of its own: it takes that of the frame before it. */
    private void simple(CaptureRecord record, int length) throws IOException {
        checkInterface(0);
        int original = window.getInt(SIMPLE_ORIGINAL_OFFSET);
        int limit = interfaces.limit(0);
        int captured = Integer.compareUnsigned(original, limit) < 0 ? original : limit;
        checkFits(captured, length - SIMPLE_FRAME_OFFSET - TRAILER_LENGTH);
        fill(record, 0, SIMPLE_FRAME_OFFSET, captured, original);
    }

    private void fill(CaptureRecord record, int index, int frame, int captured, int original) {
        record.timestampNanos = lastTimestamp;
        record.address = window.address(frame);
        record.capturedLength = captured;
        record.originalLength = original;
        record.interfaceIndex = index;
    }

    /** Brings a block whole into the window, to be passed when the next is read, and answers its length. */
    private int whole(long length, int least) throws IOException {
        checkLength(length, least, CaptureWindow.CAPACITY);
        window.require((int) length, "a block");
        checkTrailer((int) length - TRAILER_LENGTH, length);
        behind = length;
        return (int) length;
    }

    private void skip(long length) throws IOException {
        checkLength(length, MIN_BLOCK_LENGTH, Integer.toUnsignedLong(-1));
        window.pass(length - TRAILER_LENGTH, "a block");
        window.require(TRAILER_LENGTH, "the end of a block");
        checkTrailer(0, length);
        behind = TRAILER_LENGTH;
    }

    private void checkLength(long length, int least, long most) throws CaptureFormatException {
        if ((length & 3) != 0 || length < least || length > most) {
            throw window.fault(
                    Fault.BAD_BLOCK_LENGTH,
                    "block length " + length + " is no multiple of 4 from " + least + " to " + most,
                    DAMAGED);
        }
    }

    private void checkTrailer(int offset, long length) throws CaptureFormatException {
        long trailer = Integer.toUnsignedLong(window.getInt(offset));
        if (trailer != length) {
            throw window.fault(
                    Fault.BAD_BLOCK_LENGTH,
                    "block length " + length + " is " + trailer + " at the block's end",
                    DAMAGED);
        }
    }

    private void checkOption(int next, int end) throws CaptureFormatException {
        if (next > end) {
            throw window.fault(
                    Fault.BAD_BLOCK_LENGTH, "an option ends " + (next - end) + " bytes after its block", DAMAGED);
        }
    }

    private void checkInterface(int index) throws CaptureFormatException {
        if (!interfaces.has(index)) {
            throw window.fault(
                    Fault.UNKNOWN_INTERFACE,
                    "a frame of interface " + Integer.toUnsignedString(index) + ", which the section does not describe",
                    DAMAGED);
        }
    }

    private void checkFits(int captured, int room) throws CaptureFormatException {
        if (captured > room) {
            throw window.fault(
                    Fault.BAD_RECORD_LENGTH,
                    "a frame of " + captured + " captured bytes in a block with room for " + room,
                    DAMAGED);
        }
    }
}
