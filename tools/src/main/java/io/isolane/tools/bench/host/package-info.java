/** Ports whose hosts are the worker itself, so that one thread is generator, switch and sink, and what such a thread has done. */
@NullMarked
package io.isolane.tools.bench.host;

import org.jspecify.annotations.NullMarked;
