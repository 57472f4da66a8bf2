/** The table remembers behind which port an address of a VLAN was last seen. */
@NullMarked
package io.isolane.core.table;

import org.jspecify.annotations.NullMarked;
