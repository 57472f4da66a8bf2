@NullMarked
package io.isolane.tools.audit.live;

import org.jspecify.annotations.NullMarked;
