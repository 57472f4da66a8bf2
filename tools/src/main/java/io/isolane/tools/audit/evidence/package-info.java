/**
 * What was sent and what was captured: {@link io.isolane.tools.audit.evidence.Station stations} talk, each frame is of a {@link
 * io.isolane.tools.audit.evidence.Flow flow}, and {@link io.isolane.tools.audit.evidence.Evidence evidence} counts and files it.
 */
@NullMarked
package io.isolane.tools.audit.evidence;

import org.jspecify.annotations.NullMarked;
