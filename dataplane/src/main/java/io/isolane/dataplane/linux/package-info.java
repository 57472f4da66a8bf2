/**
 * Linux as the switch's ports see it, and the only package that calls native functions (by libc's symbols, so x86-64
 * and aarch64 alike).
 *
 * <p>A <em>device</em> ({@link io.isolane.dataplane.linux.TapDevice}, {@link io.isolane.dataplane.linux.PacketSocket})
 * moves frames and is confined to one worker. An <em>interface</em> ({@link io.isolane.dataplane.linux.Interface}) is
 * what the kernel knows by that name. A <em>call</em> made per batch returns its result or the negated error number,
 * as system calls do, and allocates nothing; a call made at set-up throws a
 * {@link io.isolane.dataplane.linux.NativeException} that says what to do. Nothing here is linked before its first use,
 * so that every class may be named on any operating system.
 */
@NullMarked
package io.isolane.dataplane.linux;

import org.jspecify.annotations.NullMarked;
