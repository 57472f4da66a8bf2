/** Forks that are runs of a JMH jar: its command line, and what is read back from its own JSON. */
@NullMarked
package io.isolane.tools.regress.jmh;

import org.jspecify.annotations.NullMarked;
