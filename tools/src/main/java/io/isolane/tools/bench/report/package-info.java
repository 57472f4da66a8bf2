/** What a bench run found, as a value, as text and as JSON. */
@NullMarked
package io.isolane.tools.bench.report;

import org.jspecify.annotations.NullMarked;
