/**
 * What the switch counts. Each counter has one writer, the worker that owns the port, and any number of readers that ask
 * nobody.
 */
@NullMarked
package io.isolane.core.counter;

import org.jspecify.annotations.NullMarked;
