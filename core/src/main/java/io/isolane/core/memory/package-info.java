/** Frames live in slots of one memory segment; a pool lends them out. A frame has one owner, who hands it on or frees it. */
@NullMarked
package io.isolane.core.memory;

import org.jspecify.annotations.NullMarked;
