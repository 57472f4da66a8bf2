package io.isolane.dataplane.port.pcap;

import io.isolane.core.memory.RawMemory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A frame as a reader delivered it, its bytes in hexadecimal. */
record ReadFrame(long timestampNanos, int interfaceIndex, int originalLength, String bytes) {

    /** Everything that a file holds, and why it ended. */
    record Outcome(List<ReadFrame> frames, @Nullable IOException failure) {}

    static Outcome readAll(Path file) throws IOException {
        try (CaptureReader reader = CaptureReader.open(file)) {
            return readAll(reader);
        }
    }

    static Outcome readAll(CaptureReader reader) {
        List<ReadFrame> frames = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            long address = arena.allocate(PcapLayout.MAX_CAPTURED).address();
            while (reader.next()) {
                reader.copyTo(address);
                frames.add(new ReadFrame(
                        reader.timestampNanos(),
                        reader.interfaceIndex(),
                        reader.originalLength(),
                        HexFormat.of().formatHex(RawMemory.get(address, reader.capturedLength()))));
            }
        }
        return new Outcome(frames, reader.failure());
    }
}
