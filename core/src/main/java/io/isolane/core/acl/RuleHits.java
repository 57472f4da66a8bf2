package io.isolane.core.acl;

import java.util.Optional;

/**
 * How often a rule has decided, or counted, at one port in one direction.
 *
 * @param list the name of its list; empty for what no rule of the port's lists matched
 * @param number its place in the list from 1 on; 0 for what no rule matched
 * @param rule none for what no rule matched
 * @param frames that matched
 * @param bytes of these, as {@code rx bytes} are counted
 */
public record RuleHits(String list, int number, Optional<AccessRule> rule, long frames, long bytes) {}
