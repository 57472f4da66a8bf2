/** Results in files, whoever wrote them, as metrics with their values, each with the line it stands on. No judgement. */
@NullMarked
package io.isolane.tools.regress.stored;

import org.jspecify.annotations.NullMarked;
