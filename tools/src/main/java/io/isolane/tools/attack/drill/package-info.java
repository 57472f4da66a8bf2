/**
 * What every attack is made of: a {@link io.isolane.tools.attack.drill.Drill} is one {@link io.isolane.tools.attack.drill.Attack} at one site,
 * sends, listens, lets victim and peer talk, captures, and ends in an {@link io.isolane.tools.attack.drill.Outcome}.
 */
@NullMarked
package io.isolane.tools.attack.drill;

import org.jspecify.annotations.NullMarked;
