/**
 * The traffic generator and receiver. One thread sends and receives: an open loop, in which every frame has a time at which it should start, and
 * from that time its latency counts, so that a frame which had to wait because the device, or the tester itself, was held up is charged with
 * the wait (no coordinated omission).
 *
 * <p>A {@link io.isolane.tools.bench.tester.Line} is what the tester is connected to: ports, and the memory that their frames lie in. A {@code
 * StreamSource} writes frames, a {@code Sender} gives them to the ports when they are due, a {@code Receiver} looks which ones came back, where,
 * how often and in which order, and a {@code TrialRun} is both together. Everything they need is allocated before the first frame.
 */
@NullMarked
package io.isolane.tools.bench.tester;

import org.jspecify.annotations.NullMarked;
