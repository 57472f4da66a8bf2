/**
 * What is measured: a scenario says which traffic, a wiring which ports, a medium what lies between them (a switch, or nothing), and a rig
 * sends and receives the frames.
 */
@NullMarked
package io.isolane.tools.bench.rig;

import org.jspecify.annotations.NullMarked;
