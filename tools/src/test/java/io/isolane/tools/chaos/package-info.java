@NullMarked
package io.isolane.tools.chaos;

import org.jspecify.annotations.NullMarked;
