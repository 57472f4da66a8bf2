/**
 * Other ways to build a learning switch on the JVM, written for comparison: complete enough that each delivers what Isolane delivers, and
 * nothing more. None knows VLANs, ageing, limits or isolation, and each is given what favours it.
 */
@NullMarked
package io.isolane.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
