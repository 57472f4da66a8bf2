/** The command {@code run} as a process of its own, between real programs where namespaces can be made. */
@NullMarked
package io.isolane.tools.run;

import org.jspecify.annotations.NullMarked;
