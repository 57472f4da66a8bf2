package io.isolane.tools.attack;

import io.isolane.tools.attack.site.Seat;
import io.isolane.tools.attack.site.Site;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * A switch that does everything wrong: a hub without VLANs that passes runts and jumbos and stands still when somebody does not read. No attack may fail here.
 */
final class LeakySite implements Site {
    private static final int ROOM = 100;

    private final Queue<Copy> waiting = new ArrayDeque<>();
    private final List<Copy> unread = new ArrayList<>();
    private Seat deaf = Seat.GUEST_TRUNK;
    private boolean isDeaf;

    private record Copy(Seat seat, ByteBuffer frame) {}

    @Override
    public String label() {
        return "leaky";
    }

    @Override
    public boolean has(Seat seat) {
        return true;
    }

    @Override
    public int ownVid() {
        return 10;
    }

    @Override
    public int foreignVid() {
        return 20;
    }

    @Override
    public int mtu() {
        return 1500;
    }

    @Override
    public boolean send(Seat seat, byte[] frame) {
        if (unread.size() > ROOM) {
            return true;
        }
        for (Seat other : Seat.values()) {
            if (other != seat) {
                (isDeaf && other == deaf ? unread : waiting).add(new Copy(other, ByteBuffer.wrap(frame)));
            }
        }
        return true;
    }

    @Override
    public long refused(Seat seat) {
        return 0;
    }

    @Override
    public int receive(Ear ear) {
        int all = waiting.size();
        while (!waiting.isEmpty()) {
            Copy copy = waiting.remove();
            ear.hears(copy.seat(), copy.frame().array());
        }
        return all;
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public void deafen(Seat seat, boolean isNow) {
        deaf = seat;
        isDeaf = isNow;
        if (!isNow) {
            waiting.addAll(unread);
            unread.clear();
        }
    }

    @Override
    public void pass(Duration time) {}

    @Override
    public Duration ageing() {
        return Duration.ofSeconds(1);
    }

    @Override
    public long nowNanos() {
        return 0;
    }

    @Override
    public void requireWell() {}

    @Override
    public void close() {}
}
