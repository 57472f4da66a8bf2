/**
 * {@code isolane bench victim}: what an attacker at full speed costs a guest that talks to another: frames and latency beside those without the
 * attack, in turns in one run.
 */
@NullMarked
package io.isolane.tools.bench.victim;

import org.jspecify.annotations.NullMarked;
