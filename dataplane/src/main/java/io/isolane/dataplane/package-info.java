/** The embedding API: a switch is assembled from a configuration and its ports. */
@NullMarked
package io.isolane.dataplane;

import org.jspecify.annotations.NullMarked;
