/** A ring carries frame descriptors, and with them ownership, from one thread to another. */
@NullMarked
package io.isolane.core.ring;

import org.jspecify.annotations.NullMarked;
