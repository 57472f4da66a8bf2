/**
 * The command {@code run}: makes what a configuration asks for, forwards until it is told to stop, and takes away again
 * what it made.
 */
@NullMarked
package io.isolane.tools.run;

import org.jspecify.annotations.NullMarked;
