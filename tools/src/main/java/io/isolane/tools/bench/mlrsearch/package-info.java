/**
 * Multiple Loss Ratio search (RFC 9971): the highest loads that fulfil several goals, each bracketed by a lower and an upper bound, found
 * in one search in which every trial counts for every goal.
 *
 * <p>Three parts share the work, as in the RFC's section on architecture. The <i>controller</i> ({@link
 * io.isolane.tools.bench.mlrsearch.Search}) decides which load to try next, and for how long; it knows nothing of frames. The
 * <i>measurer</i> ({@link io.isolane.tools.bench.mlrsearch.Measurer}) runs one trial. The <i>manager</i> is whoever sets both up and
 * reports.
 *
 * <p>A load is not judged by one trial but by all trials at that load: a {@link io.isolane.tools.bench.mlrsearch.Goal} says how many
 * seconds of them it wants to see, and which share of those seconds may have lost too much. A load is then an upper bound, a lower bound,
 * or still undecided ({@link io.isolane.tools.bench.mlrsearch.LoadSums}). Short trials find the place, long ones settle it.
 */
@NullMarked
package io.isolane.tools.bench.mlrsearch;

import org.jspecify.annotations.NullMarked;
