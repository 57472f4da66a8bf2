package io.isolane.tools.audit.evidence;

/**
 * What one listener captured of what was sent.
 *
 * @param sent frames as their senders captured them
 * @param heard frames that the listener captured and that were not its own
 * @param own captured frames that were addressed to the listener: they show that it hears at all
 */
public record Observation(Station listener, Tally sent, Tally heard, long own) {}
