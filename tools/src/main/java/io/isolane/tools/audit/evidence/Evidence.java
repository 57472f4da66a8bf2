package io.isolane.tools.audit.evidence;

import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.dataplane.port.pcap.CaptureDirection;
import io.isolane.dataplane.port.pcap.CaptureInterface;
import io.isolane.dataplane.port.pcap.CaptureWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the frames of one experiment and writes each to a pcapng file, under the station that captured it, with a comment where a
 * listener heard what was not its own. Confined to its thread.
 */
public final class Evidence implements AutoCloseable {
    private final Path file;
    private final List<Station> views;
    private final Map<Station, Integer> listeners;
    private final Map<Station, Observation> observations = new EnumMap<>(Station.class);
    private final CaptureWriter writer;

    private Evidence(Path file, List<Station> views, Map<Station, Integer> listeners, CaptureWriter writer) {
        this.file = file;
        this.views = views;
        this.listeners = new EnumMap<>(listeners);
        this.writer = writer;
        listeners.keySet().forEach(each -> observations.put(each, new Observation(each, new Tally(), new Tally(), 0)));
    }

    /**
     * Begins a file.
     *
     * @param listeners each with its segment
     * @param senders the other stations that capture
     * @throws IOException if the file cannot be written
     */
    public static Evidence create(Path file, Map<Station, Integer> listeners, List<Station> senders)
            throws IOException {
        List<Station> views = new ArrayList<>(listeners.keySet());
        views.addAll(senders);
        List<CaptureInterface> interfaces = views.stream()
                .map(view -> new CaptureInterface(
                        view.label(),
                        listeners.containsKey(view)
                                ? "promiscuous: all that " + view.label() + " heard and sent"
                                : "what " + view.label() + " sent"))
                .toList();
        return new Evidence(file, views, listeners, CaptureWriter.create(file, "isolane audit", interfaces));
    }

    /**
     * Counts and writes one frame. What a station that is no listener captured of others is left out.
     *
     * @param view who captured it
     * @param timestampNanos nanoseconds since 1970
     * @param frame absolute address of its first byte
     * @param length bytes there
     * @param originalLength bytes that it had
     */
    public void add(Station view, long timestampNanos, long frame, int length, int originalLength) {
        if (length < EthernetLayout.HEADER_LENGTH) {
            return;
        }
        long destination = EthernetHeader.destination(frame);
        long source = EthernetHeader.source(frame);
        boolean isSent = Station.of(source).equals(Optional.of(view));
        Optional<Flow> overheard = Optional.empty();
        if (isSent) {
            listeners.forEach((listener, segment) -> Flow.of(destination, source, listener, segment)
                    .ifPresent(flow -> observation(listener).sent().add(flow, 1)));
        }
        if (listeners.containsKey(view)) {
            overheard = Flow.of(destination, source, view, segmentOf(view));
            overheard.ifPresent(flow -> observation(view).heard().add(flow, 1));
            if (Station.of(destination).equals(Optional.of(view))) {
                observations.computeIfPresent(view, Evidence::withOneOwn);
            }
        } else if (!isSent) {
            return;
        }
        writer.write(
                views.indexOf(view),
                timestampNanos,
                isSent ? CaptureDirection.OUTBOUND : CaptureDirection.INBOUND,
                frame,
                length,
                originalLength,
                CaptureWriter.NO_TAG,
                overheard.map(flow -> comment(view, flow)).orElse(CaptureWriter.NO_COMMENT));
    }

    /** What each listener heard, in their order. */
    public List<Observation> observations() {
        return List.copyOf(observations.values());
    }

    /**
     * Ends the file.
     *
     * @throws IOException if not all of it could be written
     */
    @Override
    public void close() throws IOException {
        writer.close();
        IOException failure = writer.failure();
        if (failure != null) {
            throw new IOException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
    }

    private Observation observation(Station listener) {
        Observation found = observations.get(listener);
        if (found == null) {
            throw new IllegalArgumentException(listener + " does not listen");
        }
        return found;
    }

    private int segmentOf(Station listener) {
        return listeners.getOrDefault(listener, 0);
    }

    private static Observation withOneOwn(Station listener, Observation before) {
        return new Observation(listener, before.sent(), before.heard(), before.own() + 1);
    }

    private static byte[] comment(Station listener, Flow flow) {
        return ("not " + listener.label() + "'s: " + flow.label()).getBytes(StandardCharsets.UTF_8);
    }
}
