@NullMarked
package io.isolane.tools.audit.evidence;

import org.jspecify.annotations.NullMarked;
