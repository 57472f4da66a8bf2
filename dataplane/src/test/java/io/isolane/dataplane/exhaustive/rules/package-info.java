/**
 * Who hears what, written from the description of the isolation modes as tables and a few sentences of code. Nothing here imports
 * anything of the switch: that is what makes an agreement of the two worth something.
 */
@NullMarked
package io.isolane.dataplane.exhaustive.rules;

import org.jspecify.annotations.NullMarked;
