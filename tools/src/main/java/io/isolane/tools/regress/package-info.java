/** {@code isolane regress}: whether a change made something slower. */
@NullMarked
package io.isolane.tools.regress;

import org.jspecify.annotations.NullMarked;
