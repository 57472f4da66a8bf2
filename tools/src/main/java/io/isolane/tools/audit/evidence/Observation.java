package io.isolane.tools.audit.evidence;

/**
 * What one listener captured of what was sent.
 *
 * @param sent frames as their senders captured them
 * @param heard frames that the listener captured and that were not its own
 * @param own frames that the listener captured and that were its own: it shows that the capture works
 */
public record Observation(Station listener, Tally sent, Tally heard, long own) {}
