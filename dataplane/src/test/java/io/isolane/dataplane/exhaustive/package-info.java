/**
 * Every small configuration and every class of frame: who hears it by the real stages, against who should by tables that know nothing
 * of them.
 */
@NullMarked
package io.isolane.dataplane.exhaustive;

import org.jspecify.annotations.NullMarked;
