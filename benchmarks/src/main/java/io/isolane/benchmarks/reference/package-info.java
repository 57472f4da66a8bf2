/**
 * The frame path once more in C, built by gcc where there is one, called in this virtual machine and measured beside Isolane: the sources
 * and what they mirror are in {@code src/main/c}.
 */
@NullMarked
package io.isolane.benchmarks.reference;

import org.jspecify.annotations.NullMarked;
