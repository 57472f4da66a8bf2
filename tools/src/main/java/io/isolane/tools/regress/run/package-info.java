/** {@code isolane regress run}: the gate between two commits or jars on this machine, and the proof that it can be trusted. */
@NullMarked
package io.isolane.tools.regress.run;

import org.jspecify.annotations.NullMarked;
