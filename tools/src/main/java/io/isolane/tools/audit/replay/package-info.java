/** The experiment without root and on any system: a recorded {@link io.isolane.tools.audit.replay.Conversation} over ports in memory. */
@NullMarked
package io.isolane.tools.audit.replay;

import org.jspecify.annotations.NullMarked;
