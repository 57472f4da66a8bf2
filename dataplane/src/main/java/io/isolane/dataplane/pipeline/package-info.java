/**
 * What happens to a batch of frames between two ports, stage by stage:
 *
 * <pre>
 *   receive -> {@link io.isolane.dataplane.pipeline.Admission admission} -> {@link io.isolane.dataplane.pipeline.Filtering
 *   filtering} -> {@link io.isolane.dataplane.pipeline.Guarding guarding} -> {@link io.isolane.dataplane.pipeline.Learning learning} -> {@link io.isolane.dataplane.pipeline.Lookup
 *   lookup} -> {@link io.isolane.dataplane.pipeline.Delivery delivery} -> transmit
 * </pre>
 *
 * <p>Frames of a port without access lists skip the second, those of one without guards the third. Each stage is one plain loop over the {@link io.isolane.dataplane.pipeline.Batch}; none calls back, allocates, locks, logs or
 * throws for what a frame contains. Everything here is confined to its worker.
 */
@NullMarked
package io.isolane.dataplane.pipeline;

import org.jspecify.annotations.NullMarked;
