/** The devices: this switch in memory, and Linux bridges where namespaces can be made. */
@NullMarked
package io.isolane.tools.bench.device;

import org.jspecify.annotations.NullMarked;
