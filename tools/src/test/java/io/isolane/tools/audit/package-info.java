@NullMarked
package io.isolane.tools.audit;

import org.jspecify.annotations.NullMarked;
