/**
 * {@code isolane attack}: published attacks on virtual switches as programs, against this switch in memory in every isolation mode, or against
 * whatever switch is between Linux interfaces; each ends in a verdict and a capture.
 */
@NullMarked
package io.isolane.tools.attack;

import org.jspecify.annotations.NullMarked;
