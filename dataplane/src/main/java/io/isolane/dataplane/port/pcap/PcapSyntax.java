package io.isolane.dataplane.port.pcap;

import static io.isolane.dataplane.port.pcap.PcapLayout.*;

import io.isolane.dataplane.port.pcap.CaptureFormatException.Fault;
import java.io.IOException;

/** Classic pcap. Confined to its reader. */
final class PcapSyntax implements CaptureSyntax {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int NANOS_PER_MICROSECOND = 1_000;

    private final CaptureWindow window;
    private final int nanosPerTick;
    private final int limit;
    private int behind;

    /** The window stands at the file header, its byte order set. */
    PcapSyntax(CaptureWindow window) throws IOException {
        this.window = window;
        window.require(FILE_HEADER_LENGTH, "the file header");
        this.nanosPerTick = window.getInt(0) == MAGIC_NANOSECONDS ? 1 : NANOS_PER_MICROSECOND;
        checkVersion();
        checkLinkType(window, window.getInt(LINK_TYPE_OFFSET));
        this.limit = limit(window.getInt(SNAPLEN_OFFSET));
        this.behind = FILE_HEADER_LENGTH;
    }

    /** The longest frame that a snapshot length allows; 0 stands for any length. */
    static int limit(int snaplen) {
        return snaplen <= 0 || snaplen > MAX_CAPTURED ? MAX_CAPTURED : snaplen;
    }

    static void checkLinkType(CaptureWindow window, int linkType) throws CaptureFormatException {
        if (linkType != LINK_TYPE_ETHERNET) {
            throw window.fault(
                    Fault.WRONG_LINK_TYPE,
                    "link type " + Integer.toUnsignedString(linkType) + " is not Ethernet (1)",
                    "capture on an Ethernet interface (not on 'any')");
        }
    }

    static void checkCaptured(CaptureWindow window, int captured, int limit) throws CaptureFormatException {
        if (captured < 0 || captured > limit) {
            throw window.fault(
                    Fault.BAD_RECORD_LENGTH,
                    "a frame of " + Integer.toUnsignedString(captured) + " captured bytes is over the limit of "
                            + limit,
                    "the file is damaged here: keep what lies before it with 'editcap in out'");
        }
    }

    @Override
    public boolean next(CaptureRecord record) throws IOException {
        window.pass(behind, "a record");
        behind = 0;
        if (window.atEnd()) {
            return false;
        }
        window.require(RECORD_HEADER_LENGTH, "a record header");
        int captured = window.getInt(CAPTURED_OFFSET);
        checkCaptured(window, captured, limit);
        window.require(RECORD_HEADER_LENGTH + captured, "a record");
        record.timestampNanos = timestamp();
        record.address = window.address(RECORD_HEADER_LENGTH);
        record.capturedLength = captured;
        record.originalLength = window.getInt(ORIGINAL_OFFSET);
        record.interfaceIndex = 0;
        behind = RECORD_HEADER_LENGTH + captured;
        return true;
    }

    private long timestamp() {
        long seconds = Integer.toUnsignedLong(window.getInt(SECONDS_OFFSET));
        long fraction = Integer.toUnsignedLong(window.getInt(FRACTION_OFFSET));
        return seconds * NANOS_PER_SECOND + fraction * nanosPerTick;
    }

    private void checkVersion() throws CaptureFormatException {
        int major = window.getUnsignedShort(MAJOR_OFFSET);
        if (major != MAJOR) {
            throw window.fault(
                    Fault.UNKNOWN_VERSION, "version " + major + " is not 2", "re-save it with 'editcap in out'");
        }
    }
}
