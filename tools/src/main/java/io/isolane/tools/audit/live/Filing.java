package io.isolane.tools.audit.live;

import io.isolane.dataplane.port.pcap.CaptureReader;
import io.isolane.tools.audit.evidence.Evidence;
import io.isolane.tools.audit.evidence.Station;
import io.isolane.tools.audit.live.Captures.CaptureFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Brings the captures of all stations together in the order of time. Stateless. */
final class Filing {
    private static final int MAX_FRAME = 262_144;

    private Filing() {}

    private record Source(Station view, CaptureReader reader) {}

    /**
     * Adds every frame of the captures to the evidence, from when all stations captured.
     *
     * @param sinceNanos when that was, nanoseconds since 1970
     * @throws IOException if a capture cannot be read to its end
     */
    static void file(List<CaptureFile> captures, long sinceNanos, Evidence evidence) throws IOException {
        List<CaptureReader> open = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            long frame = arena.allocate(MAX_FRAME).address();
            PriorityQueue<Source> sources = new PriorityQueue<>(
                    Comparator.comparingLong(source -> source.reader().timestampNanos()));
            for (CaptureFile capture : captures) {
                CaptureReader reader = CaptureReader.open(capture.file());
                open.add(reader);
                advance(new Source(capture.view(), reader), sources);
            }
            while (!sources.isEmpty()) {
                Source earliest = sources.remove();
                CaptureReader reader = earliest.reader();
                if (reader.timestampNanos() >= sinceNanos) {
                    add(earliest, frame, evidence);
                }
                advance(earliest, sources);
            }
        } finally {
            for (CaptureReader reader : open) {
                reader.close();
            }
        }
    }

    private static void add(Source source, long frame, Evidence evidence) {
        CaptureReader reader = source.reader();
        reader.copyTo(frame);
        evidence.add(source.view(), reader.timestampNanos(), frame, reader.capturedLength(), reader.originalLength());
    }

    private static void advance(Source source, PriorityQueue<Source> sources) throws IOException {
        if (source.reader().next()) {
            sources.add(source);
            return;
        }
        IOException failure = source.reader().failure();
        if (failure != null) {
            throw failure;
        }
    }
}
