/**
 * Where attacks take place: a {@link io.isolane.tools.attack.site.Site} is a switch with whoever takes part at its ports, each in a
 * {@link io.isolane.tools.attack.site.Seat}; in memory a {@link io.isolane.tools.attack.site.Topology} for each isolation mode says how, and a
 * {@link io.isolane.tools.attack.site.Guard} what stands against the attack.
 */
@NullMarked
package io.isolane.tools.attack.site;

import org.jspecify.annotations.NullMarked;
