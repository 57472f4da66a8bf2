/**
 * The tests of RFC 2544, 26 (with RFC 9004 for bursts and RFC 6201 for resets): throughput, latency, frame loss rate, back-to-back frames, system
 * recovery, reset. All but the first need the throughput, which is searched for once for each length of frames.
 */
@NullMarked
package io.isolane.tools.bench.rfc2544;

import org.jspecify.annotations.NullMarked;
