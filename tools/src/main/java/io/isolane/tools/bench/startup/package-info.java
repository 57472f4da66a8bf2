/** Measures how soon a switch forwards, how soon at full speed, and how much memory it then has. */
@NullMarked
package io.isolane.tools.bench.startup;

import org.jspecify.annotations.NullMarked;
