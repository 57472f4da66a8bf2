package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.PortCounters;

/**
 * One step of every frame's way. A batch is passed from stage to stage by a call that the compiler cannot foresee, on purpose: each stage's loop
 * is compiled for itself and has the registers for itself.
 */
interface Stage {
    /** Takes the batch on; {@code counters} are those of the port it came from. */
    void run(Batch batch, PortCounters counters);
}
