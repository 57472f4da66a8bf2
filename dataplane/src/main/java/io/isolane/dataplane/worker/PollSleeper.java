package io.isolane.dataplane.worker;

import io.isolane.dataplane.linux.EventFd;
import io.isolane.dataplane.linux.NativeException;
import io.isolane.dataplane.linux.PollSet;
import io.isolane.dataplane.port.Port;

/** Sleeps in the kernel until a device of the worker is readable, or another thread writes to an eventfd. Linux only. */
public final class PollSleeper implements Sleeper {
    private final EventFd alarm;
    private PollSet files = new PollSet();
    private PolledPort[] watched = {};

    /**
     * A sleeper of its own eventfd.
     *
     * @throws NativeException when no file descriptor is left
     */
    public PollSleeper() throws NativeException {
        alarm = new EventFd();
        files.add(alarm.file());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the worker makes a new array when its ports change
    public void sleep(ForwardingWorker worker, long nanos) {
        if (watched != worker.ports()) {
            watch(worker.ports());
        }
        if (worker.isReady()) {
            return;
        }
        files.await(nanos);
        if (files.isReady(alarm.file())) {
            alarm.drain();
        }
    }

    @Override
    public void wake() {
        alarm.signal();
    }

    @Override
    public void close() {
        alarm.close();
    }

    private void watch(PolledPort[] ports) {
        files = new PollSet();
        files.add(alarm.file());
        for (PolledPort port : ports) {
            if (port.port().readyDescriptor() != Port.NO_DESCRIPTOR) {
                files.add(port.port().readyDescriptor());
            }
        }
        watched = ports;
    }
}
