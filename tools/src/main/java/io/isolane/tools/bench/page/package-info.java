/** A report of results to look at: one HTML page that needs neither a network nor a script, and its pictures as SVG files. */
@NullMarked
package io.isolane.tools.bench.page;

import org.jspecify.annotations.NullMarked;
