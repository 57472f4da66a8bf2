package io.isolane.dataplane.port.kernel;

import io.isolane.dataplane.linux.Interface;
import io.isolane.dataplane.linux.LinkWatch;
import io.isolane.dataplane.port.PortStatus;
import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;

/**
 * How a port's device is. Its worker looks and writes, any thread reads {@link #status}. A device that is gone is never
 * looked at again.
 */
public final class DeviceStatus {
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Interface link;
    private final LinkWatch watch;
    private final boolean movable;
    private volatile PortStatus status = PortStatus.UP;
    private long lookedAt = System.nanoTime();

    /**
     * @param index the kernel's number for the interface
     * @param movable whether the device goes on working when its interface is moved to another namespace, where it can
     *     no longer be looked at
     */
    public DeviceStatus(Arena arena, Interface link, int index, boolean movable) {
        this.link = link;
        this.movable = movable;
        this.watch = new LinkWatch(arena, link, index);
    }

    public PortStatus status() {
        return status;
    }

    public boolean isFailed() {
        return status.isFailed();
    }

    /** Looks at the interface when it has not been looked at for a tenth of a second: called while nothing arrives. */
    public void lookIfDue() {
        long now = System.nanoTime();
        if (now - lookedAt >= INTERVAL_NANOS) {
            lookedAt = now;
            look();
        }
    }

    /** Looks at the interface now: called when the device refused something as if the interface were down. */
    public void look() {
        if (isFailed()) {
            return;
        }
        switch (watch.look()) {
            case UP -> up();
            case DOWN -> down();
            case GONE -> gone();
        }
    }

    /** Gives the device up. */
    public void fail(String reason) {
        status = PortStatus.failed(reason);
    }

    private void gone() {
        if (!movable) {
            fail("the interface " + link + " was deleted or moved to another namespace");
        }
    }

    private void up() {
        if (!status.equals(PortStatus.UP)) {
            status = PortStatus.UP;
        }
    }

    private void down() {
        if (status.equals(PortStatus.UP)) {
            status = PortStatus.linkDown("the interface " + link + " is down or has no carrier");
        }
    }
}
