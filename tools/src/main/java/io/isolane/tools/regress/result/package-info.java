/** A run of the gate as a file: every fork, what was said of them, and what they ran on. */
@NullMarked
package io.isolane.tools.regress.result;

import org.jspecify.annotations.NullMarked;
