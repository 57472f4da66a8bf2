package io.isolane.tools.bench.peers.contest;

import io.isolane.tools.bench.peers.peer.Isolane;
import io.isolane.tools.bench.peers.peer.Peer;
import io.isolane.tools.bench.peers.peer.Place;
import io.isolane.tools.bench.peers.peer.Running;
import io.isolane.tools.bench.peers.work.Work;
import java.io.IOException;
import java.util.Optional;

/** A switch that forwards in memory, and counts. Confined to its thread. */
public final class InMemory implements Contender {
    private final Peer peer;
    private final Place place;
    private final Meter meter;

    /** The {@code peer}, looked at by {@code meter}. */
    public InMemory(Peer peer, Place place, Meter meter) {
        this.peer = peer;
        this.place = place;
        this.meter = meter;
    }

    @Override
    public String id() {
        return peer.id();
    }

    @Override
    public String label() {
        return peer.label();
    }

    @Override
    public boolean isOurs() {
        return peer instanceof Isolane;
    }

    @Override
    public Optional<String> missing() {
        return peer.missing();
    }

    @Override
    public String version() throws IOException, InterruptedException {
        return peer.version();
    }

    @Override
    public boolean can(Work work) {
        return peer.can(work);
    }

    @Override
    public Reading measure(Work work) throws IOException, InterruptedException {
        try (Running running = peer.start(work, place)) {
            return meter.measure(running);
        }
    }
}
