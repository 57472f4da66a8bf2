/** Forks: which is to run when, what each of them gave, and who runs them. */
@NullMarked
package io.isolane.tools.regress.fork;

import org.jspecify.annotations.NullMarked;
