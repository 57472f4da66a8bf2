/** One class for each question about speed, with the baseline it is compared with inside. */
@NullMarked
package io.isolane.benchmarks;

import org.jspecify.annotations.NullMarked;
