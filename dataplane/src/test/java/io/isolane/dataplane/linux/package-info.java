/** Tests against the kernel itself; those that make namespaces and devices skip where root or a tool is missing. */
@NullMarked
package io.isolane.dataplane.linux;

import org.jspecify.annotations.NullMarked;
