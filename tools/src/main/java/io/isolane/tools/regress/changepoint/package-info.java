/** Where a sequence of figures changed its level. Numbers in, places out: no metrics, no threads, no files. */
@NullMarked
package io.isolane.tools.regress.changepoint;

import org.jspecify.annotations.NullMarked;
