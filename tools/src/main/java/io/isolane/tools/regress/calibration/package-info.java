/** How often the gate is wrong: experiments drawn from a pool of real forks, decided by the gate's own code. */
@NullMarked
package io.isolane.tools.regress.calibration;

import org.jspecify.annotations.NullMarked;
