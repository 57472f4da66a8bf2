/** The command line: one program, with one subcommand for each thing an operator does. */
@NullMarked
package io.isolane.tools;

import org.jspecify.annotations.NullMarked;
