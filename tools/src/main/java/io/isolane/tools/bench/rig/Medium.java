package io.isolane.tools.bench.rig;

import io.isolane.core.memory.FramePool;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.tools.bench.machine.Watch;

/**
 * What lies between the NICs of a rig: a switch, or nothing. Ports are attached before the first frame. Confined to the rig's thread where
 * nothing else is said.
 */
public interface Medium extends AutoCloseable {
    /** Where frames come from. */
    FramePool pool();

    /** Attaches a port, the next in the wiring's order. */
    void attach(PortProfile profile, RingPort port);

    /** On its thread, where it has one. */
    Watch watch();

    /** Moves what is waiting, once; only where no thread does so. */
    int poll();

    /** Frames that left, each copy counted. Any thread. */
    long delivered();

    /** Frames that were dropped. Any thread. */
    long dropped();

    /** Ends its thread, and gives every slot back that it has. */
    @Override
    void close();
}
