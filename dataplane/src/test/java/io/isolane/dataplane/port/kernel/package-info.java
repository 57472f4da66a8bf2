/** Tests of the ports on kernel devices, against the kernel. */
@NullMarked
package io.isolane.dataplane.port.kernel;

import org.jspecify.annotations.NullMarked;
