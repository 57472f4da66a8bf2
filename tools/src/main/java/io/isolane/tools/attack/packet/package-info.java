/**
 * What attackers write: frames as bytes, with right checksums, so that what stops them is a guard and not a typing error, and the
 * {@link io.isolane.tools.attack.packet.Disguise disguises} in which guards may take them for something else.
 */
@NullMarked
package io.isolane.tools.attack.packet;

import org.jspecify.annotations.NullMarked;
