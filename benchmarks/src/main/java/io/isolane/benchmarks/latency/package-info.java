/**
 * How long a frame takes through Isolane, through the same switch in C, and through none: one tester, one virtual machine, in turns. A
 * command of its own, since JMH knows no percentiles over turns.
 */
@NullMarked
package io.isolane.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
