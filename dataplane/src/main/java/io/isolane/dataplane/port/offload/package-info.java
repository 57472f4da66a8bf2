/**
 * Super-frames: what a host that leaves checksums and segmentation to its network card hands to the switch, and what must be done to
 * them before a port that cannot take them whole. A frame with {@link io.isolane.core.memory.Descriptor#OFFLOAD} has a
 * {@code VirtioNetHeader} beside it, which guests write and nobody trusts: an {@code OffloadRequest} is what such a header asks for,
 * checked against the frame, and the {@code Segmenter} does it.
 */
@NullMarked
package io.isolane.dataplane.port.offload;

import org.jspecify.annotations.NullMarked;
