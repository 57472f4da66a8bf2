/** The attacks, each a program against any switch; {@link io.isolane.tools.attack.program.Attacks} lists them. */
@NullMarked
package io.isolane.tools.attack.program;

import org.jspecify.annotations.NullMarked;
