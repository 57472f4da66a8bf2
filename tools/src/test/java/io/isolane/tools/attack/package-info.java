@NullMarked
package io.isolane.tools.attack;

import org.jspecify.annotations.NullMarked;
