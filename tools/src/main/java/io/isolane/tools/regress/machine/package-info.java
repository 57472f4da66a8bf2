/** What a result was measured on: facts that must be alike for two results to be compared, and a ruler for its speed. */
@NullMarked
package io.isolane.tools.regress.machine;

import org.jspecify.annotations.NullMarked;
