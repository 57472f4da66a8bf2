@NullMarked
package io.isolane.tools.audit.replay;

import org.jspecify.annotations.NullMarked;
