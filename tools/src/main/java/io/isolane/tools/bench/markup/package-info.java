/** Writes HTML and SVG, well-formed and escaped. */
@NullMarked
package io.isolane.tools.bench.markup;

import org.jspecify.annotations.NullMarked;
