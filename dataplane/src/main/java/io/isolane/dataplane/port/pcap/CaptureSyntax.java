package io.isolane.dataplane.port.pcap;

import java.io.IOException;

/** How one file format lays out its records. Confined to its reader. */
interface CaptureSyntax {

    /**
     * Goes to the next record.
     *
     * @param record filled in; its address is good until the next call
     * @return false at the end of the file
     * @throws CaptureFormatException when what follows is no whole, sound record
     */
    boolean next(CaptureRecord record) throws IOException;
}
