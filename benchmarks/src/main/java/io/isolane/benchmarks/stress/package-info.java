/**
 * What may come of it when threads meet: a jcstress class for each protocol between threads in {@code core}, forbidden outcomes
 * first. An outcome that is not listed is forbidden too.
 */
@NullMarked
package io.isolane.benchmarks.stress;

import org.jspecify.annotations.NullMarked;
