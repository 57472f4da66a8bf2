/**
 * A long look at the load that a device loses one frame in millions at (probabilistic loss ratio search, draft-vpolak-bmwg-plrsearch).
 *
 * <p>At a loss ratio such as 1e-7 no single trial says whether a load passes, so nothing is searched for here: every trial is evidence. Two
 * {@linkplain io.isolane.tools.bench.soak.Shape shapes} say what loss a device of some rate and some softness has at a load; Bayes' rule
 * weighs rates and softness by the losses that were counted, and what remains likely says where the critical load is, and how surely. Each
 * trial is run where the critical load seems to be, which is where it says most.
 */
@NullMarked
package io.isolane.tools.bench.soak;

import org.jspecify.annotations.NullMarked;
