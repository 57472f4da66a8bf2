package io.isolane.tools.attack.drill;

import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.pcap.CaptureDirection;
import io.isolane.dataplane.port.pcap.CaptureInterface;
import io.isolane.dataplane.port.pcap.CaptureWriter;
import io.isolane.tools.attack.site.Seat;
import io.isolane.tools.attack.site.Site;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what was sent and heard at each seat to a pcapng file, with a comment on what should not have been heard. Of a flood only the
 * beginning is kept at each seat, and whatever has a comment. Confined to its thread.
 */
public final class Recorder implements AutoCloseable {
    private static final int KEPT = 2_000;
    private static final int LONGEST = 128 << 10;

    private final Path file;
    private final List<Seat> seats;
    private final Map<Seat, Integer> room = new EnumMap<>(Seat.class);
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment bytes = arena.allocate(LONGEST, Long.BYTES);
    private final CaptureWriter writer;

    private Recorder(Path file, List<Seat> seats, CaptureWriter writer) {
        this.file = file;
        this.seats = seats;
        this.writer = writer;
        seats.forEach(seat -> room.put(seat, KEPT));
    }

    /**
     * Begins a file.
     *
     * @throws IOException if it cannot be written
     */
    public static Recorder create(Path file, Site site) throws IOException {
        List<Seat> seats = Arrays.stream(Seat.values()).filter(site::has).toList();
        List<CaptureInterface> interfaces = seats.stream()
                .map(seat -> new CaptureInterface(seat.label(), "at the port of the " + seat.label()))
                .toList();
        return new Recorder(file, seats, CaptureWriter.create(file, "isolane attack", interfaces));
    }

    void sent(Seat seat, long nanos, byte[] frame) {
        write(seat, nanos, CaptureDirection.OUTBOUND, frame, "");
    }

    void heard(Seat seat, long nanos, byte[] frame, String comment) {
        write(seat, nanos, CaptureDirection.INBOUND, frame, comment);
    }

    /**
     * Ends the file.
     *
     * @throws IOException if not all of it could be written
     */
    @Override
    public void close() throws IOException {
        writer.close();
        arena.close();
        IOException failure = writer.failure();
        if (failure != null) {
            throw new IOException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }

    private void write(Seat seat, long nanos, CaptureDirection direction, byte[] frame, String comment) {
        int left = room.getOrDefault(seat, 0);
        if ((left <= 0 && comment.isEmpty()) || left <= -KEPT) {
            return;
        }
        room.put(seat, left - 1);
        RawMemory.put(bytes.address(), frame);
        writer.write(
                seats.indexOf(seat),
                nanos,
                direction,
                bytes.address(),
                frame.length,
                CaptureWriter.NO_TAG,
                comment.getBytes(StandardCharsets.UTF_8));
    }
}
