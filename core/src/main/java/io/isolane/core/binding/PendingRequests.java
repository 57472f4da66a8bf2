package io.isolane.core.binding;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which port asked a DHCP server for an address, until the answer comes: the last few requests of each port, so that a port
 * that asks for many makes nobody's request but its own be forgotten.
 *
 * <pre>
 *   0                 8
 *  +-----------------+-------------------------------+
 *  | FID, client MAC | transaction << 31 | time, ms  |   key 0: empty, or being written
 *  +-----------------+-------------------------------+
 * </pre>
 *
 * <p>A port's requests are written by the worker that owns the port, and looked for by any.
 */
public final class PendingRequests {
    /** Returned by {@link #portOf} if no port asked. */
    public static final int NOBODY = -1;

    /** How long an answer is waited for, in milliseconds: as long as a client does (RFC 2131, 4.1). */
    public static final int PATIENCE = 64_000;

    /** A transaction of DHCPv6, which has 24 bits, as distinct from one of DHCP. */
    public static final long V6 = 1L << 32;

    private static final int SLOTS = 8;
    private static final int SLOT_LENGTH = 16;
    private static final int STRIDE = SLOTS * SLOT_LENGTH;
    private static final int TIME_BITS = 31;
    private static final int TRANSACTION_BITS = Long.SIZE - TIME_BITS;
    private static final long TIME_MASK = (1L << TIME_BITS) - 1;

    private final long address;
    private final byte[] next;
    /** Ports above the highest that ever asked have nothing to be asked for. */
    private final AtomicInteger portsInUse = new AtomicInteger();

    /** No requests; lives as long as {@code arena}. */
    public PendingRequests(Arena arena, int ports) {
        this.address = arena.allocate((long) STRIDE * ports, STRIDE).address();
        this.next = new byte[ports];
    }

    /**
     * Notes a request.
     *
     * @param key FID and MAC address of the client, as in the MAC table
     * @param transaction the number of the exchange, with {@link #V6} in DHCPv6
     * @param now milliseconds
     */
    public void note(int port, long key, long transaction, long now) {
        if (port >= portsInUse.getAcquire()) {
            portsInUse.accumulateAndGet(port + 1, Math::max);
        }
        if (ageOf(port, key, transaction, now) < 0) {
            next[port] = (byte) ((next[port] + 1) % SLOTS);
            long slot = slot(port, next[port]);
            RawMemory.putLongVolatile(slot, 0);
            RawMemory.putLongRelease(slot + Long.BYTES, transaction << TIME_BITS | (now & TIME_MASK));
            RawMemory.putLongRelease(slot, key);
        }
    }

    /** The port that asked first, within {@link #PATIENCE}; {@link #NOBODY} if none did, or two at once. */
    public int portOf(long key, long transaction, long now) {
        int found = NOBODY;
        long oldest = -1;
        int ports = portsInUse.getAcquire();
        for (int port = 0; port < ports; port++) {
            long age = ageOf(port, key, transaction, now);
            if (age > oldest) {
                found = port;
                oldest = age;
            } else if (age >= 0 && age == oldest) {
                found = NOBODY;
            }
        }
        return found;
    }

    /** Forgets what a port asked for. Only while no worker owns the port. */
    public void forget(int port) {
        for (int index = 0; index < SLOTS; index++) {
            RawMemory.putLongRelease(slot(port, index), 0);
        }
    }

    /** How many milliseconds ago the port asked, -1 if it did not. The clock of the worker that asks may be a little behind. */
    private long ageOf(int port, long key, long transaction, long now) {
        for (int index = 0; index < SLOTS; index++) {
            long slot = slot(port, index);
            if (RawMemory.getLongAcquire(slot) == key) {
                long request = RawMemory.getLongAcquire(slot + Long.BYTES);
                long age = (now - request) << TRANSACTION_BITS >> TRANSACTION_BITS;
                if (request >>> TIME_BITS == transaction
                        && Math.abs(age) <= PATIENCE
                        && RawMemory.getLongAcquire(slot) == key) {
                    return Math.max(age, 0);
                }
            }
        }
        return -1;
    }

    private long slot(int port, int index) {
        return address + (long) port * STRIDE + (long) index * SLOT_LENGTH;
    }
}
