@NullMarked
package io.isolane.tools.program;

import org.jspecify.annotations.NullMarked;
