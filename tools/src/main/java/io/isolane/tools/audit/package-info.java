/**
 * The command {@code audit}: repeats a comparison of 2007 for every isolation mode. VM1 captures promiscuously while VM2 and the physical
 * host talk to a server on the LAN; what VM1 hears is held against what the mode says.
 */
@NullMarked
package io.isolane.tools.audit;

import org.jspecify.annotations.NullMarked;
