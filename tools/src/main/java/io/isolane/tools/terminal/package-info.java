/** What subcommands share at the terminal: tables of text, and words of the command line as values. */
@NullMarked
package io.isolane.tools.terminal;

import org.jspecify.annotations.NullMarked;
