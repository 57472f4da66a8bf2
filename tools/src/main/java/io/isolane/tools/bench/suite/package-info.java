/**
 * What every suite has in common, in nouns: a test of an RFC, the conditions it is run under, how long a profile lets it take, and where it writes what
 * it finds. A suite knows neither the command line nor the terminal.
 */
@NullMarked
package io.isolane.tools.bench.suite;

import org.jspecify.annotations.NullMarked;
