/**
 * A switch in plain collections, written from the description of the isolation modes and not from the pipeline, and the properties
 * that hold the real one against it.
 */
@NullMarked
package io.isolane.dataplane.reference;

import org.jspecify.annotations.NullMarked;
