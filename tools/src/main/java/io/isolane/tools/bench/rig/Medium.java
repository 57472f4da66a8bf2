package io.isolane.tools.bench.rig;

import io.isolane.core.memory.FramePool;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.tools.bench.machine.ThreadWatch;

/** What lies between the NICs of a rig. Ports are attached before the first frame. */
interface Medium extends AutoCloseable {
    /** Where frames come from. */
    FramePool pool();

    /** Attaches a port, the next in the wiring's order. */
    void attach(PortProfile profile, RingPort port);

    /** The clock that its thread reads in every turn, where it has one. */
    ThreadWatch watch();

    /** Moves what is waiting, once; only where no thread does so. */
    int poll();

    /** Frames that left, each copy counted. Any thread. */
    long delivered();

    /** Frames that were dropped. Any thread. */
    long dropped();

    @Override
    void close();
}
