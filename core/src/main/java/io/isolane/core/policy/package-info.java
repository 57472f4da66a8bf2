/** A policy says which ports a frame may reach; it is compiled before the first frame arrives. */
@NullMarked
package io.isolane.core.policy;

import org.jspecify.annotations.NullMarked;
