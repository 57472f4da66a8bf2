package io.isolane.tools.bench.host;

import static java.util.Objects.requireNonNull;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.memory.Descriptor;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import org.jspecify.annotations.Nullable;

/**
 * A port whose hosts are the worker itself: it makes a burst of frames whenever it is asked what has arrived, and frees what it is given to send.
 * So a worker's thread is generator, switch and sink, and two workers meet nowhere but in the switch. Allocates nothing once it is made.
 */
public final class HostPort implements Port {
    /** Frames that arrive at a time. */
    public static final int BURST = 64;

    private static final int LENGTH = 64;
    private static final long FIRST_STATION = 0x02_88_00_00_00_00L;
    private static final int MOST_STATIONS = 1 << 16;

    private final String name;
    private final int number;
    private final int partner;
    private final int stations;
    private final boolean isFirst;
    private final Ledger ledger;
    private final Runnable onOpen;
    private volatile boolean isSending = true;
    private @Nullable PortContext context;
    private int station;

    /**
     * A port with stations of its own, each of which talks to one at another port.
     *
     * @param number the port's, from 0 to 255
     * @param partner the number of the other port
     * @param stations a power of two, up to 65,536
     * @param isFirst whether it is the first that its worker looks at, and so sees the worker's turns begin
     * @param ledger of its worker
     * @param onOpen what its worker does before the first frame
     */
    public HostPort(
            String name, int number, int partner, int stations, boolean isFirst, Ledger ledger, Runnable onOpen) {
        if (stations < 1 || stations > MOST_STATIONS || Integer.bitCount(stations) != 1) {
            throw new IllegalArgumentException(stations + " stations are no power of two up to " + MOST_STATIONS);
        }
        this.name = name;
        this.number = number;
        this.partner = partner;
        this.stations = stations;
        this.isFirst = isFirst;
        this.ledger = ledger;
        this.onOpen = onOpen;
    }

    /** Sends no more. Any thread. */
    public void fallSilent() {
        isSending = false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open(PortContext given) {
        context = given;
        onOpen.run();
    }

    @Override
    public int receive(long[] frames, int max) {
        if (isFirst) {
            ledger.turn(System.nanoTime());
        }
        return isSending ? make(frames, requireNonNull(context)) : 0;
    }

    @Override
    public int transmit(long[] frames, int count) {
        requireNonNull(context).cache().free(frames, 0, count);
        ledger.received(count);
        return count;
    }

    @Override
    public PortStatus status() {
        return PortStatus.UP;
    }

    @Override
    public boolean isReady() {
        return isSending;
    }

    @Override
    public void close() {}

    private int make(long[] frames, PortContext of) {
        int made = 0;
        for (; made < BURST; made++) {
            long frame = of.cache().allocate(LENGTH);
            if (frame == Descriptor.NONE) {
                break;
            }
            station = (station + 1) & (stations - 1);
            EthernetHeader.write(of.memory().frameAddress(frame), mac(partner), mac(number), EtherType.IPV4);
            frames[made] = frame;
        }
        ledger.sent(made);
        return made;
    }

    private long mac(int port) {
        return FIRST_STATION | (long) port << 16 | station;
    }
}
