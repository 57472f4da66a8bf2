package io.isolane.tools.bench.host;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What one worker has done: frames that its ports sent and received, and the time of those turns of its loop in which there were any. The worker
 * writes, once a turn; any thread reads.
 */
public final class Ledger {
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong busyNanos = new AtomicLong();
    private final AtomicLong firstNanos = new AtomicLong();
    private long sentNow;
    private long receivedNow;
    private long turnBegan;

    /**
     * A moment's view of a ledger.
     *
     * @param sent frames that entered at the worker's ports
     * @param received frames that left there
     * @param busyNanos time of the turns in which some did
     */
    public record Entry(long sent, long received, long busyNanos) {
        /** What came since {@code earlier}. */
        public Entry minus(Entry earlier) {
            return new Entry(sent - earlier.sent, received - earlier.received, busyNanos - earlier.busyNanos);
        }
    }

    /** An empty one. */
    public Ledger() {}

    /** What has been written until the worker's last turn. */
    public Entry read() {
        return new Entry(sent.getAcquire(), received.getAcquire(), busyNanos.getAcquire());
    }

    /** When the turn ended in which the first frame was received; only once one was. */
    public long firstNanos() {
        return firstNanos.getAcquire();
    }

    void sent(int frames) {
        sentNow += frames;
    }

    void received(int frames) {
        receivedNow += frames;
    }

    /** A turn of the worker's loop begins, and the one before has ended. */
    void turn(long nanos) {
        if (sentNow + receivedNow > 0) {
            busyNanos.setRelease(busyNanos.getPlain() + nanos - turnBegan);
            sent.setRelease(sent.getPlain() + sentNow);
            if (receivedNow > 0 && received.getPlain() == 0) {
                firstNanos.setRelease(nanos);
            }
            received.setRelease(received.getPlain() + receivedNow);
            sentNow = 0;
            receivedNow = 0;
        }
        turnBegan = nanos;
    }
}
